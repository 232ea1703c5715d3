-- Chaque code APE a quatre chiffres et une lettre de la NAF rév. 2, sans point.
-- severity: error
select
    code_commune,
    code_ape
from staging.urssaf__commune_ape
where not coalesce(regexp_full_match(code_ape, '\d{4}[A-FZ]'), false)
