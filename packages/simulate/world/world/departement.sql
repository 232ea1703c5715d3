-- Département de métropole ou d'outre-mer, avec sa région d'avant 2016. Une ligne par code.
select
    departement.code,
    departement.nom,
    departement.region as code_region,
    coalesce(ancienne.code, region.code) as code_ancienne_region,
    coalesce(ancienne.nom, region.nom) as nom_ancienne_region
from entree.departements as departement
join world.region as region on region.code = departement.region
left join calibration.ancienne_region as ancienne on ancienne.code_departement = departement.code
where departement.zone in ('metro', 'drom')
order by departement.code
