-- Communes que le fichier de l'Urssaf couvre. Une ligne par commune ; sans ligne, une commune n'a aucun employeur (zéro) si la moitié de son intercommunalité est dans le fichier, sinon on ne sait pas.
with
presente as (
    select distinct passage.code_commune
    from staging.urssaf__commune_ape as urssaf
    inner join core.passage_commune as passage
        on passage.code_source = urssaf.code_commune
),

commune as (
    select
        commune.code_commune,
        presente.code_commune is not null as est_presente,
        avg((presente.code_commune is not null)::integer) over (
            partition by coalesce(commune.code_epci, commune.code_departement)
        ) as part_presente,
    from core.commune as commune
    left join presente using (code_commune)
)

select
    code_commune,
    est_presente,
    est_presente or part_presente >= 0.5 as est_couverte,
from commune
