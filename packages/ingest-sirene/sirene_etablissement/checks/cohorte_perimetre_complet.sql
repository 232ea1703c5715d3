-- Dans chaque commune du périmètre, les cohortes comptent autant d'établissements que la liste.
-- severity: error
with
liste as (
    select
        code_commune,
        count(*) as etablissements,
    from staging.sirene_etablissement__etablissement
    group by all
),

cohorte as (
    select
        code_commune,
        sum(lignes) as etablissements,
    from staging.sirene_etablissement__cohorte
    group by all
)

select
    liste.code_commune,
    liste.etablissements,
    cohorte.etablissements as etablissements_cohortes
from liste
left join cohorte on cohorte.code_commune = liste.code_commune
where liste.etablissements is distinct from cohorte.etablissements
