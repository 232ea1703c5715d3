-- Un indicateur n'a, dans les dimensions A17 et A38, que des secteurs de la NAF rév. 2.
-- severity: error
select distinct
    ligne.indicateur,
    ligne.dimension,
    ligne.modalite,
from mart.indicateur as ligne
left join (
    select a17 as code, 'a17' as dimension from reference.naf_division
    union
    select a38 as code, 'a38' as dimension from reference.naf_division
) as naf on naf.dimension = ligne.dimension and naf.code = ligne.modalite
where ligne.dimension in ('a17', 'a38')
    and ligne.modalite <> '_T'
    and naf.code is null
