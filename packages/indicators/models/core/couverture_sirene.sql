-- Communes que le fichier de Sirene couvre. Une ligne par territoire affiché ; une commune sans aucun établissement actif vaut zéro si la moitié de son département est dans le fichier, sinon on ne sait pas.
with
presente as (
    select distinct passage.code_commune
    from (select distinct code_commune from staging.sirene_etablissement__national) as sirene
    inner join core.passage_commune as passage
        on passage.code_source = sirene.code_commune
),

commune as (
    select
        commune.code_commune,
        presente.code_commune is not null as est_presente,
        avg((presente.code_commune is not null)::integer) over (partition by commune.code_departement) as part_presente,
    from core.commune as commune
    left join presente using (code_commune)
)

select
    appartenance.niveau,
    appartenance.code_territoire,
    count(*)::integer as communes,
    (count(*) filter (commune.est_presente))::integer as communes_presentes,
    (count(*) filter (not commune.est_presente and commune.part_presente < 0.5))::integer as communes_absentes,
from core.appartenance as appartenance
inner join commune using (code_commune)
group by all
