-- Secteurs de la NAF rév. 2 et divisions qui les composent. Une ligne par nomenclature (A17, A38, A88), secteur et division.
select
    'A17' as nomenclature,
    a17 as modalite,
    division,
from reference.naf_division
union all
select
    'A38' as nomenclature,
    a38 as modalite,
    division,
from reference.naf_division
union all
select
    'A88' as nomenclature,
    division as modalite,
    division,
from reference.naf_division
