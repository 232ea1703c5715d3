-- Aucun prix, aucune surface n'est négatif, et aucune ligne n'est sans date.
-- severity: error
select
    code_commune,
    date_mutation,
    valeur_fonciere,
    surface_reelle_bati,
    surface_terrain,
from staging.dvf__mutation
where least(valeur_fonciere, surface_reelle_bati, surface_terrain) < 0
    or date_mutation is null
