-- La somme des communes du périmètre est le Territoire d'industrie, en nombre comme en surface.
-- severity: error
with
commune as (
    select
        friche.statut_friche,
        sum(friche.sites) as sites,
        sum(friche.surface_m2) as surface_m2,
    from core.appartenance as appartenance
    inner join core.friche_territoire as friche
        on friche.niveau = 'commune'
        and friche.code_territoire = appartenance.code_commune
    where appartenance.niveau = 'ti'
    group by all
)

select
    ti.statut_friche,
    ti.sites as sites_ti,
    commune.sites as sites_communes,
    ti.surface_m2 as surface_ti,
    commune.surface_m2 as surface_communes,
from core.friche_territoire as ti
inner join commune using (statut_friche)
where ti.niveau = 'ti'
    and (ti.sites <> commune.sites or abs(ti.surface_m2 - commune.surface_m2) > 0.5)
