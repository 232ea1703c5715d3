-- Les 16 tranches d'effectif de Sirene sont là, chacune une fois, et aucune autre.
-- severity: error
with
attendue as (
    select
        unnest([
            'NN', '00', '01', '02', '03', '11', '12', '21', '22', '31', '32', '41', '42', '51', '52', '53'
        ]) as code,
)

select
    coalesce(attendue.code, tranche.code) as code,
    count(tranche.code)::integer as lignes,
from attendue
full join reference.tranche_effectif as tranche on tranche.code = attendue.code
group by all
having count(tranche.code) <> 1 or count(attendue.code) <> 1
