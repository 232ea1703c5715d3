-- Part des salariés dans les plus grands établissements employeurs, bornée par les tranches d'effectif. Une ligne par territoire intérieur et critère (50 et plus, 250 et plus, premier, cinq et dix premiers).
with
critere as (
    select
        unnest(['part_50', 'part_250', 'top_1', 'top_5', 'top_10']) as modalite,
        unnest([50, 250, null, null, null]) as seuil,
        unnest([null, null, 1, 5, 10]) as dernier_rang,
),

somme as (
    select
        employeur.niveau,
        employeur.code_territoire,
        critere.modalite,
        coalesce(employeur.effectif_min >= critere.seuil, employeur.rang <= critere.dernier_rang) as est_dans_groupe,
        sum(employeur.effectif_min) as effectif_min,
        case when count(*) = count(employeur.effectif_max) then sum(employeur.effectif_max) end as effectif_max,
        sum(employeur.effectif_centre) as effectif_centre,
        count(*) as employeurs,
    from core.employeur_territoire as employeur
    cross join critere
    where employeur.est_tranche_connue
    group by all
),

territoire as (
    select
        interieur.niveau,
        interieur.code_territoire,
        interieur.communes_absentes,
        count(*) filter (employeur.est_tranche_connue) as connus,
        count(*) filter (not employeur.est_tranche_connue) as inconnus,
        coalesce(bool_or(employeur.est_tranche_ouverte), false) as est_ouvert,
    from core.territoire_interieur as interieur
    left join core.employeur_territoire as employeur using (niveau, code_territoire)
    group by all
),

-- Borne basse : le groupe au plus bas de ses tranches, les autres au plus haut ; borne haute : l'inverse.
part as (
    select
        territoire.*,
        critere.modalite,
        coalesce(dans.effectif_centre, 0) / nullif(coalesce(dans.effectif_centre, 0) + coalesce(hors.effectif_centre, 0), 0) as valeur,
        coalesce(dans.effectif_min, 0)
            / nullif(coalesce(dans.effectif_min, 0) + if(hors.employeurs is null, 0, hors.effectif_max), 0) as valeur_min,
        if(dans.employeurs is null, 0, dans.effectif_max)
            / nullif(if(dans.employeurs is null, 0, dans.effectif_max) + coalesce(hors.effectif_min, 0), 0) as valeur_max,
    from territoire
    cross join critere
    left join (from somme where est_dans_groupe) as dans using (niveau, code_territoire, modalite)
    left join (from somme where not est_dans_groupe) as hors using (niveau, code_territoire, modalite)
)

select
    part.niveau,
    part.code_territoire,
    image.date_image as periode_debut,
    image.date_image as periode_fin,
    'concentration' as dimension,
    part.modalite,
    case when part.communes_absentes = 0 and part.connus > 0 then 100 * part.valeur end as valeur,
    100 * part.valeur_min as valeur_min,
    100 * part.valeur_max as valeur_max,
    part.connus as denominateur,
    part.communes_absentes,
    case
        when part.communes_absentes > 0 or part.valeur is null then null
        when part.connus < 3 then 'secret'
        else 'estime'
    end as statut,
    case
        when part.communes_absentes > 0 then null
        when part.connus = 0 then 'Aucun établissement employeur dont la tranche d''effectif soit connue.'
        when part.valeur is null then 'Aucun salarié dans les établissements employeurs du territoire.'
        when part.connus < 3 then 'Moins de trois établissements employeurs.'
        else concat(
            'Effectifs connus par tranche, valeur au centre des tranches.',
            if(part.est_ouvert, ' La tranche de 10 000 salariés et plus n''a pas de maximum, l''intervalle n''est donc pas fermé.', ''),
            if(part.inconnus > 0, ' Sans ' || part.inconnus || ' établissement' || if(part.inconnus > 1, 's', '') || ' de tranche inconnue.', '')
        )
    end as motif,
from part
cross join core.image_sirene as image
