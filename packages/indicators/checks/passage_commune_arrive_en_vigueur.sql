-- Tout code passe à une commune en vigueur, une seule fois à la même.
-- severity: error
select
    passage.code_source,
    passage.code_commune,
    count(*)::integer as lignes,
from core.passage_commune as passage
left join core.commune as commune using (code_commune)
group by all
having count(*) > 1 or count(commune.code_commune) = 0
