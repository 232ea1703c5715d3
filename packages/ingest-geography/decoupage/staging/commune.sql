-- Commune, commune déléguée ou associée, arrondissement municipal au 1er janvier du millésime. Une ligne par code_commune × type.
select
    code_commune,
    nom as nom_commune,
    tncc::integer as tncc,
    type,
    zone,
    departement as code_departement,
    region as code_region,
    population::integer as population,
    -- Millésime des populations de communes.json dans la version 6 du paquet : à relever avec sa version.
    2023 as annee_population,
    array_to_string(from_json(codes_postaux, '["VARCHAR"]'), ' ') as codes_postaux,
    from_json(anciens_codes, '["VARCHAR"]') as anciens_codes,
    coalesce(chef_lieu, commune) as code_commune_actuelle,
from raw.decoupage__commune
