-- Chaque ligne du fichier a un vrai code de département (« 97 » n'en est pas un) et une date.
-- severity: warning
select
    annee,
    code_departement,
    sum(lignes)::bigint as lignes,
from staging.dvf__national
where annee is null or not coalesce(regexp_full_match(code_departement, '[0-8]\d|9[0-5]|2[AB]|97\d'), false)
group by all
