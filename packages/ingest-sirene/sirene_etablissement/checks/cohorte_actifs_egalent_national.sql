-- Les établissements actifs des cohortes sont ceux de l'agrégat national, commune par commune.
-- severity: error
with
cohorte as (
    select
        code_commune,
        sum(lignes) filter (est_actif) as actifs,
    from staging.sirene_etablissement__cohorte
    group by all
),

france as (
    select
        code_commune,
        sum(lignes) as actifs,
    from staging.sirene_etablissement__national
    group by all
)

select
    cohorte.code_commune,
    cohorte.actifs as actifs_cohortes,
    france.actifs as actifs_nationaux
from cohorte
full join france on france.code_commune is not distinct from cohorte.code_commune
where coalesce(cohorte.actifs, 0) <> coalesce(france.actifs, 0)
