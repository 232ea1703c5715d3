-- Indice national d'une branche, 1 la dernière année. Une ligne par branche × annee.
-- La première année ferme la série : le choc de chaque année suivante est appliqué en remontant le temps.
with croissance as (
    select
        branche.branche,
        cast(conjoncture.annee as integer) as annee,
        if(conjoncture.annee <= '2016', branche.evolution_1, branche.evolution_2)
        + branche.sensibilite * cast(conjoncture.choc as double) as points
    from latent.branche as branche
    cross join calibration.conjoncture as conjoncture
),
cumul as (
    select
        branche,
        annee - 1 as annee,
        exp(-sum(points) over (partition by branche order by annee desc) / 100) as indice
    from croissance
)
select
    branche,
    annee,
    indice
from cumul
union all
select
    branche,
    max(annee) as annee,
    1.0 as indice
from croissance
group by branche
