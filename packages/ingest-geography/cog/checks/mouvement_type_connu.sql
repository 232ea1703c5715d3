-- Un événement est de l'un des types que l'Insee décrit.
-- severity: warning
select distinct mod
from staging.cog__mouvement
where try_cast(mod as integer) not in (10, 20, 21, 30, 31, 32, 33, 34, 35, 41, 50, 70, 71)
