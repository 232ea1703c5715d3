-- Groupement couvert par un Territoire d'industrie. Une ligne par id_ti × siren_groupement.
select
    id_ti,
    nom_ti,
    siren_groupement,
    nom_groupement,
    nature_juridique,
    id_ti like 'SIM-%' as est_simule,
from raw.territoires_industrie__groupement
