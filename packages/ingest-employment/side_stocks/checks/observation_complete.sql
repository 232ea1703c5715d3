-- Les communes gardées une à une sont celles que le fichier entier compte, sans ligne ni valeur perdue.
-- severity: warning
with
gardee as (
    select
        geo_object,
        a10,
        annee,
        count(*) as lignes,
        sum(valeur) as valeur,
    from staging.side_stocks__stock
    group by all
),

fichier as (
    select
        geo_object,
        a10,
        annee,
        sum(lignes) as lignes,
        sum(valeur) as valeur,
    from staging.side_stocks__national
    where geo_object in ('COM', 'ARM')
        and coalesce(forme_juridique, '_T') = '_T'
        and mesure = 'UNIT_LOC'
    group by all
)

select
    geo_object,
    a10,
    annee,
    gardee.lignes as lignes_gardees,
    fichier.lignes as lignes_fichier,
from fichier
full join gardee using (geo_object, a10, annee)
where gardee.lignes is distinct from fichier.lignes
    or gardee.valeur is distinct from fichier.valeur
