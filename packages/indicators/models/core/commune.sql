-- Commune en vigueur de métropole et des départements d'outre-mer, avec ses rattachements. Une ligne par code_commune.
select
    commune.code_commune,
    commune.nom_commune,
    commune.tncc,
    commune.code_departement,
    commune.code_region,
    membre.code_epci,
    zone_emploi.code_zone_emploi,
    coalesce(commune.population, 0) as population,
    commune.codes_postaux,
from staging.decoupage__commune as commune
left join staging.decoupage__epci_commune as membre using (code_commune)
left join staging.zones_emploi__commune as zone_emploi using (code_commune)
where commune.type = 'commune-actuelle' and commune.zone in ('metro', 'drom')
