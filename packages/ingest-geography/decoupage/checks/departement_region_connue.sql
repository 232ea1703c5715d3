-- Chaque département de métropole ou d'outre-mer est dans une région connue.
-- severity: error
select
    departement.code_departement,
    departement.code_region,
from staging.decoupage__departement as departement
left join staging.decoupage__region as region using (code_region)
where departement.zone in ('metro', 'drom') and region.code_region is null
