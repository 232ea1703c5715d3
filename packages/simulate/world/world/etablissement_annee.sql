-- Salariés d'un établissement au 31 décembre. Une ligne par siret × annee où il en a.
with annee as (
    select
        siret,
        code_commune,
        code_ape,
        cast(unnest(range(premiere_annee(), derniere_annee() + 1)) as integer) as annee,
        unnest(effectifs) as effectif
    from world.etablissement
)
select
    siret,
    code_commune,
    code_ape,
    annee,
    effectif
from annee
where effectif > 0
