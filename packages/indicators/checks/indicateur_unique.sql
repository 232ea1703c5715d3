-- Le tableau des indicateurs a une ligne par indicateur, territoire, période, dimension, modalité et référence.
-- severity: error
select
    indicateur,
    niveau,
    code_territoire,
    periode_debut,
    periode_fin,
    dimension,
    modalite,
    reference,
    count(*)::integer as lignes,
from mart.indicateur
group by all
having count(*) > 1
