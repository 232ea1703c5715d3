-- Les 88 divisions de la NAF rév. 2 sont là, chacune une fois, et aucune autre.
-- severity: error
with
attendue as (
    select lpad(numero::varchar, 2, '0') as division
    from range(1, 100) as suite(numero)
    -- Numéros que la nomenclature n'emploie pas.
    where numero not in (4, 34, 40, 44, 48, 54, 57, 67, 76, 83, 89)
)

select
    coalesce(attendue.division, naf.division) as division,
    count(naf.division)::integer as lignes,
from attendue
full join reference.naf_division as naf on naf.division = attendue.division
group by all
having count(naf.division) <> 1 or count(attendue.division) <> 1
