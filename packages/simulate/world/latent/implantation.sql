-- Nombre de postes d'une branche dans une commune (un poste = un lieu d'activité, occupé tour à tour par des
-- établissements). Une ligne par commune × branche qui en a.
with grappe as (
    select
        commune.groupe,
        branche.branche,
        dispersion(commune.groupe * 100 + branche.branche, 'grappe', branche.dispersion_epci) as attrait
    from (select distinct groupe from latent.commune) as commune
    cross join latent.branche as branche
),
poids as (
    select
        commune.commune,
        branche.branche,
        if(commune.est_domicile, 'domicile/' || branche.grand_secteur, branche.code_branche) as calage,
        branche.effectif,
        branche.taille,
        pow(commune.population / 10000, branche.exposant)
        * commune.attrait
        * grappe.attrait
        * dispersion(
            commune.commune * 100 + branche.branche,
            'implantation',
            branche.dispersion_commune / (1 + commune.population / 100000)
        ) as poids
    from latent.commune as commune
    join latent.branche as branche on commune.population >= branche.minimum
    join grappe on grappe.groupe = commune.groupe and grappe.branche = branche.branche
),
total_branche as (
    select
        branche,
        somme_exacte(poids) as poids
    from poids
    group by branche
),
part as (
    select
        poids.commune,
        poids.branche,
        poids.calage,
        poids.taille,
        poids.effectif * poids.poids / total_branche.poids as effectif
    from poids
    join total_branche on total_branche.branche = poids.branche
),
total_calage as (
    select
        calage,
        somme_exacte(effectif) as effectif
    from part
    group by calage
),
nombre as (
    select
        part.commune,
        part.branche,
        -- 1,4 poste pour un établissement employeur : les autres sont vacants ou sans salarié l'année considérée.
        -- Chaque commune du domicile a au moins deux artisans du bâtiment : le vrai fichier les couvre toutes.
        cast(greatest(
            floor(
                1.4 * part.effectif / part.taille * cible.effectif / total_calage.effectif
                + tirage(part.commune * 100 + part.branche, 'nombre')
            ),
            if(part.calage = 'domicile/construction' and part.taille < 5, 2, 0)
        ) as integer) as postes
    from part
    join total_calage on total_calage.calage = part.calage
    join latent.cible as cible on cible.calage = part.calage and cible.annee = derniere_annee()
)
select
    commune,
    branche,
    postes,
    cast(sum(postes) over (order by commune, branche rows unbounded preceding) as integer) - postes as premier_poste
from nombre
where postes > 0
order by commune, branche
