-- La même année, la population municipale du fichier est celle du découpage, à un pour cent près dans le périmètre.
-- severity: warning
with
fichier as (
    select
        populations.annee,
        sum(populations.population) as population,
        count(*) as communes,
    from staging.populations__population as populations
    semi join staging.perimetre__commune as perimetre
        on perimetre.code_commune = populations.geo
    where populations.geo_object = 'COM' and populations.popref_measure = 'PMUN'
    group by all
),

decoupage as (
    select
        sum(commune.population) as population,
        count(*) as communes,
    from core.commune as commune
    semi join staging.perimetre__commune using (code_commune)
)

select
    fichier.annee,
    fichier.population as population_fichier,
    decoupage.population as population_decoupage,
from fichier
inner join decoupage using (communes)
where fichier.annee = (select max(annee) from fichier)
    and abs(fichier.population / nullif(decoupage.population, 0) - 1) > 0.01
