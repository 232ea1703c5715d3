-- Une commune appartient une seule fois à un territoire, et elle est en vigueur.
-- severity: error
select
    appartenance.niveau,
    appartenance.code_territoire,
    appartenance.code_commune,
    count(*)::integer as lignes,
from core.appartenance as appartenance
left join core.commune as commune using (code_commune)
group by all
having count(*) > 1 or count(commune.code_commune) = 0
