-- Population municipale dans les communes en vigueur ; l'année du découpage de référence l'emporte sur la même année de l'historique. Une ligne par commune et année.
with
-- Le paquet ne porte pas l'année de ses populations : ce sont celles en vigueur l'année de son COG, datées trois ans plus tôt.
decoupage as (
    select
        commune.code_commune,
        millesime.annee - 3 as annee,
        paquet.population,
    from core.commune as commune
    inner join staging.decoupage__commune as paquet
        on paquet.code_commune = commune.code_commune
        and paquet.type = 'commune-actuelle'
    cross join reference.millesime as millesime
    where millesime.source = 'decoupage'
        and millesime.file = 'commune'
        and paquet.population is not null
),

historique as (
    select
        passage.code_commune,
        populations.annee,
        round(sum(populations.population * passage.part))::integer as population,
    from staging.populations__population as populations
    inner join core.passage_commune as passage
        on passage.code_source = populations.geo
    where populations.geo_object = 'COM'
        and populations.popref_measure = 'PMUN'
        and populations.population is not null
    group by all
)

select
    code_commune,
    annee::integer as annee,
    population::integer as population,
from decoupage
union all
select
    historique.code_commune,
    historique.annee::integer as annee,
    historique.population,
from historique
anti join decoupage
    on decoupage.annee = historique.annee
