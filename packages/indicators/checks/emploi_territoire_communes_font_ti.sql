-- La somme des communes du périmètre est le Territoire d'industrie, chaque année.
-- severity: error
with
commune as (
    select
        emploi.annee,
        sum(emploi.effectif) as effectif,
        sum(emploi.etablissements) as etablissements,
    from core.appartenance as appartenance
    inner join core.emploi_territoire as emploi
        on emploi.niveau = 'commune'
        and emploi.code_territoire = appartenance.code_commune
        and emploi.dimension = 'total'
    where appartenance.niveau = 'ti'
    group by all
)

select
    ti.annee,
    ti.effectif as ti,
    commune.effectif as communes,
from core.emploi_territoire as ti
inner join commune using (annee)
where ti.niveau = 'ti'
    and ti.dimension = 'total'
    and (abs(ti.effectif - commune.effectif) > 0.001 or abs(ti.etablissements - commune.etablissements) > 0.001)
