-- Un territoire n'a qu'une classe de gisement de friches.
-- severity: error
select
    niveau,
    code_territoire,
    periode_fin,
    count(*)::integer as classes,
from mart.indicateur
where indicateur = 'friches_gisement'
group by all
having count(*) > 1
