-- Consommation d'espaces NAF dans les communes en vigueur, du 1er janvier de l'année au 1er janvier suivant, en m². Une ligne par commune, année et destination ; vide si une partie est inconnue.
with
passage as (
    select
        passage.code_source,
        passage.code_commune,
        passage.part,
        count(*) over (partition by passage.code_commune) = 1 and passage.part = 1 as est_inchangee,
    from core.passage_commune as passage
    semi join staging.enaf__commune as commune
        on commune.code_commune = passage.code_source
)

-- Presque toutes les communes : rien à additionner, et trois millions de lignes de moins à regrouper.
select
    passage.code_commune,
    flux.annee,
    flux.destination,
    flux.surface_m2::double as surface_m2,
from staging.enaf__flux as flux
inner join passage
    on passage.code_source = flux.code_commune
    and passage.est_inchangee
union all
select
    passage.code_commune,
    flux.annee,
    flux.destination,
    case when count(flux.surface_m2) = count(*) then sum(flux.surface_m2 * passage.part) end::double as surface_m2,
from staging.enaf__flux as flux
inner join passage
    on passage.code_source = flux.code_commune
    and not passage.est_inchangee
group by
    passage.code_commune,
    flux.annee,
    flux.destination
