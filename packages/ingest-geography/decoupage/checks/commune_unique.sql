-- Le découpage a les 34 000 à 36 000 communes en vigueur, chacune une fois.
-- severity: error
select
    count(*)::integer as lignes,
    count(distinct code_commune)::integer as communes,
from staging.decoupage__commune
where type = 'commune-actuelle' and zone in ('metro', 'drom')
having count(*) <> count(distinct code_commune)
    or count(*) not between 34000 and 36000
