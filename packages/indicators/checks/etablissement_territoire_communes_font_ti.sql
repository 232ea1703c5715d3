-- La somme des communes du périmètre est le Territoire d'industrie, compte par compte.
-- severity: error
with
commune as (
    select
        sirene.compte,
        sirene.dimension,
        sirene.modalite,
        sum(sirene.etablissements) as etablissements,
    from core.appartenance as appartenance
    inner join core.etablissement_territoire as sirene
        on sirene.niveau = 'commune'
        and sirene.code_territoire = appartenance.code_commune
    where appartenance.niveau = 'ti'
    group by all
)

select
    ti.compte,
    ti.dimension,
    ti.modalite,
    ti.etablissements as ti,
    commune.etablissements as communes,
from core.etablissement_territoire as ti
inner join commune using (compte, dimension, modalite)
where ti.niveau = 'ti' and abs(ti.etablissements - commune.etablissements) > 0.001
