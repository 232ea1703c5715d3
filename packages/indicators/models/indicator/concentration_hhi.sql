-- Indice de Herfindahl de l'emploi par établissement, borné par les tranches d'effectif. Une ligne par territoire intérieur.
with
total as (
    select
        interieur.niveau,
        interieur.code_territoire,
        interieur.communes_absentes,
        count(*) filter (employeur.est_tranche_connue) as connus,
        count(*) filter (not employeur.est_tranche_connue) as inconnus,
        coalesce(bool_or(employeur.est_tranche_ouverte), false) as est_ouvert,
        sum(employeur.effectif_min) as effectif_min,
        sum(employeur.effectif_max) as effectif_max,
        sum(employeur.effectif_centre) as effectif_centre,
    from core.territoire_interieur as interieur
    left join core.employeur_territoire as employeur using (niveau, code_territoire)
    group by all
),

-- Chaque part est bornée à part : l'établissement au plus haut et tous les autres au plus bas, et l'inverse. L'intervalle est sûr, pas le plus étroit.
part as (
    select
        employeur.niveau,
        employeur.code_territoire,
        employeur.effectif_centre / nullif(total.effectif_centre, 0) as centre,
        employeur.effectif_min / nullif(employeur.effectif_min + total.effectif_max - employeur.effectif_max, 0) as basse,
        employeur.effectif_max / nullif(employeur.effectif_max + total.effectif_min - employeur.effectif_min, 0) as haute,
    from core.employeur_territoire as employeur
    inner join total using (niveau, code_territoire)
    where employeur.est_tranche_connue
),

indice as (
    select
        niveau,
        code_territoire,
        sum(centre * centre) as valeur,
        sum(basse * basse) as valeur_min,
        sum(haute * haute) as valeur_max,
        max(haute) as premiere_part,
    from part
    group by all
)

select
    total.niveau,
    total.code_territoire,
    image.date_image as periode_debut,
    image.date_image as periode_fin,
    indice.valeur,
    greatest(if(total.est_ouvert, 0, coalesce(indice.valeur_min, 0)), 1 / nullif(total.connus, 0)) as valeur_min,
    if(total.est_ouvert, null, least(indice.valeur_max, indice.premiere_part, 1)) as valeur_max,
    total.connus as denominateur,
    total.communes_absentes,
    case
        when total.communes_absentes > 0 or indice.valeur is null then null
        when total.connus < 3 then 'secret'
        else 'estime'
    end as statut,
    case
        when total.communes_absentes > 0 then null
        when total.connus = 0 then 'Aucun établissement employeur dont la tranche d''effectif soit connue.'
        when indice.valeur is null then 'Aucun salarié dans les établissements employeurs du territoire.'
        when total.connus < 3 then 'Moins de trois établissements employeurs.'
        else concat(
            'Effectifs connus par tranche, valeur au centre des tranches.',
            if(total.est_ouvert, ' La tranche de 10 000 salariés et plus n''a pas de maximum, la borne haute est donc inconnue.', ''),
            if(total.inconnus > 0, ' Sans ' || total.inconnus || ' établissement' || if(total.inconnus > 1, 's', '') || ' de tranche inconnue.', '')
        )
    end as motif,
from total
left join indice using (niveau, code_territoire)
cross join core.image_sirene as image
