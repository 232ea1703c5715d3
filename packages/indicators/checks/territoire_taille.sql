-- Un territoire affiché compte ses communes, une par une, et en a au moins une.
-- severity: error
select
    territoire.niveau,
    territoire.code_territoire,
    territoire.communes,
    count(appartenance.code_commune) as membres,
from core.territoire as territoire
left join core.appartenance as appartenance using (niveau, code_territoire)
group by all
having territoire.communes <> count(appartenance.code_commune) or territoire.communes < 1
