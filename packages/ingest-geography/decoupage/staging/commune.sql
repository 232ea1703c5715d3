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
    array_to_string(from_json(codes_postaux, '["VARCHAR"]'), ' ') as codes_postaux,
    array_to_string(from_json(anciens_codes, '["VARCHAR"]'), ' ') as anciens_codes,
    coalesce(chef_lieu, commune) as code_commune_actuelle,
from raw.decoupage__commune
