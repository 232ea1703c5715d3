-- Les communes gardées une à une sont celles que le fichier entier compte, sans ligne ni valeur perdue.
-- severity: warning
with
gardee as (
    select
        geo_object,
        situation,
        annee,
        count(*) as lignes,
        sum(valeur) as valeur,
    from staging.rp_emploi_lr__observation
    group by all
),

fichier as (
    select
        geo_object,
        situation,
        annee,
        sum(lignes) as lignes,
        sum(valeur) as valeur,
    from staging.rp_emploi_lr__national
    where geo_object in ('COM', 'ARM')
        and sexe = '_T'
        and diplome = '_T'
        and age = 'Y_GE15'
    group by all
)

select
    geo_object,
    situation,
    annee,
    gardee.lignes as lignes_gardees,
    fichier.lignes as lignes_fichier,
from fichier
full join gardee using (geo_object, situation, annee)
where gardee.lignes is distinct from fichier.lignes
    or abs(coalesce(gardee.valeur, 0) - coalesce(fichier.valeur, 0)) > 0.01
