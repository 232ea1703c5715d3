-- Indice d'une branche dans une intercommunalité, calé pour que les effectifs du monde soient ceux de latent.cible.
-- Une ligne par branche × groupe, un coefficient par année.
with domicile as (
    select
        groupe,
        bool_or(est_domicile) as est_domicile
    from latent.commune
    group by groupe
),
brut as (
    select
        branche,
        groupe,
        sum(columns('^intensite_(\d{4})$')) as '\1'
    from latent.intensite
    group by branche, groupe
),
intensite as (
    select
        brut.branche,
        brut.groupe,
        cast(unnest(range(premiere_annee(), derniere_annee() + 1)) as integer) as annee,
        unnest([*columns('^\d{4}$')]) as intensite
    from brut
),
tendance as (
    select
        intensite.branche,
        intensite.groupe,
        intensite.annee,
        intensite.intensite,
        if(domicile.est_domicile, 'domicile/' || branche.grand_secteur, branche.code_branche) as calage,
        conjoncture.indice
        * exp(0.005 * ecart(intensite.groupe, 'elan') * (intensite.annee - derniere_annee()))
        * exp(0.01 * ecart(intensite.groupe * 100 + intensite.branche, 'elan') * (intensite.annee - derniere_annee()))
        as indice
    from intensite
    join domicile on domicile.groupe = intensite.groupe
    join latent.branche as branche on branche.branche = intensite.branche
    join latent.conjoncture as conjoncture
        on conjoncture.branche = intensite.branche and conjoncture.annee = intensite.annee
),
obtenu as (
    select
        calage,
        annee,
        somme_exacte(intensite * indice) / 100 as effectif
    from tendance
    group by calage, annee
)
select
    tendance.branche,
    tendance.groupe,
    list(tendance.indice * cible.effectif / obtenu.effectif order by tendance.annee) as coefficients
from tendance
join obtenu on obtenu.calage = tendance.calage and obtenu.annee = tendance.annee
join latent.cible as cible on cible.calage = tendance.calage and cible.annee = tendance.annee
group by tendance.branche, tendance.groupe
