-- Une référence a au moins autant de communes que le territoire qu'elle contient.
-- severity: error
select
    lien.niveau,
    lien.code_territoire,
    lien.reference,
from core.territoire_reference as lien
inner join core.territoire as dedans using (niveau, code_territoire)
inner join core.territoire as autour
    on autour.niveau = lien.niveau_reference
    and autour.code_territoire = lien.code_reference
where autour.communes < dedans.communes
