-- Chaque ligne du fichier a un code de département et une date.
-- severity: warning
select
    annee,
    code_departement,
    sum(lignes)::bigint as lignes,
from staging.dvf__national
where annee is null or not coalesce(regexp_full_match(code_departement, '\d{2}|2[AB]|97\d'), false)
group by all
