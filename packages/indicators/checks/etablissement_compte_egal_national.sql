-- Les établissements listés un par un sont ceux que compte le total du Territoire d'industrie.
-- severity: error
with
liste as (
    select
        count(*) as actifs,
        count(*) filter (est_employeur) as employeurs,
    from core.etablissement
)

select
    ti.compte,
    ti.etablissements,
    if(ti.compte = 'actifs', liste.actifs, liste.employeurs) as liste,
from core.etablissement_territoire as ti
cross join liste
where ti.niveau = 'ti'
    and ti.dimension = 'total'
    and ti.compte in ('actifs', 'employeurs')
    and abs(ti.etablissements - if(ti.compte = 'actifs', liste.actifs, liste.employeurs)) > 0.5
    -- Un ancien code partagé hors du périmètre se compte en parts et se liste en entier.
    and not exists (
        from core.passage_commune as passage
        inner join staging.perimetre__commune as perimetre using (code_commune)
        inner join staging.sirene_etablissement__etablissement as sirene
            on sirene.code_commune = passage.code_source
        where passage.part < 1
    )
