-- Table de tirage d'une sous-classe : 1 024 seaux par branche, partagés selon les poids. Une ligne par branche × seau.
with borne as (
    select
        branche,
        ape,
        taille,
        sum(poids) over (partition by branche order by ape) / sum(poids) over (partition by branche) as haut
    from latent.ape
),
seau as (
    select
        branche.branche,
        cast(unnest(range(1024)) as integer) as seau
    from latent.branche as branche
)
select
    seau.branche,
    seau.seau,
    arg_min(borne.ape, borne.haut) as ape,
    arg_min(borne.taille, borne.haut) as taille
from seau
join borne on borne.branche = seau.branche and borne.haut > (seau.seau + 0.5) / 1024 - 1e-9
group by all
order by seau.branche, seau.seau
