-- La NAF rév. 2 a 17, 38 et 88 secteurs selon la nomenclature, et 88 divisions dans chacune.
-- severity: error
select
    nomenclature,
    count(distinct modalite)::integer as secteurs,
    count(*)::integer as divisions,
from core.secteur
group by all
having secteurs <> right(nomenclature, 2)::integer or divisions <> 88
