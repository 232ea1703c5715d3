-- Un événement est daté, et porte un code avant ou après lui.
-- severity: error
select *
from staging.cog__mouvement
where date_effet is null
    or (code_avant is null and code_apres is null)
