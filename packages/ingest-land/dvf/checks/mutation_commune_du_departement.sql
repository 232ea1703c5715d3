-- Le code de la commune commence par celui de son département.
-- severity: warning
select
    code_departement,
    code_commune,
    count(*)::integer as lignes,
from staging.dvf__mutation
where not starts_with(code_commune, code_departement)
group by all
