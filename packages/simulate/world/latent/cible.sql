-- Effectif que le monde doit avoir. Une ligne par calage × annee.
-- Un calage est une branche en France, ou un grand secteur dans le territoire du domicile.
with national as (
    select
        branche.code_branche,
        branche.grand_secteur,
        conjoncture.annee,
        branche.effectif * conjoncture.indice as effectif
    from latent.branche as branche
    join latent.conjoncture as conjoncture on conjoncture.branche = branche.branche
),
secteur as (
    select
        grand_secteur,
        annee,
        sum(effectif) as effectif
    from national
    group by all
),
indice as (
    select
        grand_secteur,
        annee,
        effectif / max_by(effectif, annee) over (partition by grand_secteur) as indice,
        max(annee) over () as derniere_annee
    from secteur
)
select
    code_branche as calage,
    annee,
    effectif
from national
union all
select
    'domicile/' || domicile.grand_secteur as calage,
    indice.annee,
    cast(domicile.effectif as double)
    * indice.indice
    * exp(-(
        cast(domicile.ecart_1 as double) * greatest(2019 - indice.annee, 0)
        + cast(domicile.ecart_2 as double) * (indice.derniere_annee - greatest(indice.annee, 2019))
    ) / 100) as effectif
from calibration.domicile_secteur as domicile
join indice on indice.grand_secteur = domicile.grand_secteur
