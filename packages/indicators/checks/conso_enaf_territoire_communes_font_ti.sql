-- La somme des communes du périmètre est le Territoire d'industrie, à chaque période et destination.
-- severity: error
with
commune as (
    select
        conso.debut,
        conso.fin,
        conso.destination,
        sum(conso.surface_m2) as surface_m2,
    from core.appartenance as appartenance
    inner join core.conso_enaf_territoire as conso
        on conso.niveau = 'commune'
        and conso.code_territoire = appartenance.code_commune
    where appartenance.niveau = 'ti'
    group by all
)

select
    ti.debut,
    ti.fin,
    ti.destination,
    ti.surface_m2 as ti,
    commune.surface_m2 as communes,
from core.conso_enaf_territoire as ti
inner join commune using (debut, fin, destination)
where ti.niveau = 'ti'
    and abs(ti.surface_m2 - commune.surface_m2) > 0.001
