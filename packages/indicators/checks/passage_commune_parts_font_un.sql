-- Les parts d'un code font un : aucune population ne se perd en passant aux communes en vigueur.
-- severity: error
select
    code_source,
    sum(part) as parts,
from core.passage_commune
group by all
having abs(sum(part) - 1) > 1e-9 or min(part) < 0
