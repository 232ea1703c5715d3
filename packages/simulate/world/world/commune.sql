-- Commune de métropole ou d'outre-mer, COG 2026. Une ligne par code_commune.
select
    commune.code as code_commune,
    commune.nom as nom_commune,
    cast(commune.typeLiaison as integer) as tncc,
    commune.departement as code_departement,
    commune.region as code_region,
    commune.arrondissement as code_arrondissement,
    membre.code_epci,
    zone_emploi.code_zone_emploi,
    zone_emploi.libelle as libelle_zone_emploi,
    cast(coalesce(commune.population, 0) as integer) as population
from entree.communes as commune
left join latent.membre as membre on membre.code_commune = commune.code
join latent.zone_emploi as zone_emploi on zone_emploi.code_arrondissement = commune.arrondissement
where commune.type = 'commune-actuelle' and commune.zone in ('metro', 'drom')
order by commune.code
