-- Périodes de la consommation d'espaces : chaque année, les fenêtres de la loi bornées par les données, et toute la série. Une ligne par debut × fin, années au 1er janvier.
with
donnees as (
    select
        min(annee) as debut,
        max(annee) + 1 as fin,
    from core.conso_enaf
),

candidate as (
    select
        annee as debut,
        annee + 1 as fin,
        false as est_fenetre,
    from core.conso_enaf
    group by all
    union all
    -- Une fenêtre dont le début manque serait prise pour ce qu'elle n'est pas.
    select
        fenetre.debut::integer as debut,
        least(fenetre.fin::integer, donnees.fin) as fin,
        true as est_fenetre,
    from reference.periode_enaf as fenetre
    cross join donnees
    where fenetre.debut::integer >= donnees.debut
        and fenetre.debut::integer < donnees.fin
    union all
    select
        debut,
        fin,
        true as est_fenetre,
    from donnees
    where debut is not null
)

select
    candidate.debut::integer as debut,
    candidate.fin::integer as fin,
    bool_or(candidate.est_fenetre) as est_fenetre,
    candidate.fin = any_value(donnees.fin) as est_provisoire,
from candidate
cross join donnees
group by
    candidate.debut,
    candidate.fin
