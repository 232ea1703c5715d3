-- Commune couverte par un Territoire d'industrie. Une ligne par code_commune × id_ti.
select
    code_commune,
    nom_commune,
    id_ti,
    nom_ti,
    id_ti like 'SIM-%' as est_simule,
from raw.territoires_industrie__commune
