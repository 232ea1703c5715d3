-- Chaque commune en vigueur est dans un département connu, de la même région qu'elle.
-- severity: error
select
    commune.code_commune,
    commune.code_departement,
    commune.code_region,
from staging.decoupage__commune as commune
left join staging.decoupage__departement as departement using (code_departement)
where commune.type = 'commune-actuelle'
    and commune.zone in ('metro', 'drom')
    and departement.code_region is distinct from commune.code_region
