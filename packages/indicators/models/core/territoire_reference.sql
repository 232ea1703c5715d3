-- Références auxquelles un territoire se compare : la France, et la région affichée qui le contient en entier. Une ligne par territoire et référence.
select
    dedans.niveau,
    dedans.code_territoire,
    autour.niveau as niveau_reference,
    autour.code_territoire as code_reference,
    autour.niveau || ':' || autour.code_territoire as reference,
    count(*) = max(reference.communes) as est_meme_territoire,
from core.appartenance as dedans
inner join core.appartenance as autour
    on autour.code_commune = dedans.code_commune
    and autour.niveau in ('france', 'region')
inner join core.territoire as territoire
    on territoire.niveau = dedans.niveau
    and territoire.code_territoire = dedans.code_territoire
inner join core.territoire as reference
    on reference.niveau = autour.niveau
    and reference.code_territoire = autour.code_territoire
group by all
having count(*) = max(territoire.communes)
