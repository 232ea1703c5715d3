-- Part des établissements employeurs, un par un ou pondérés par le centre de leur tranche, dont le siège est hors du Territoire d'industrie. Une ligne par territoire intérieur et pondération.
with
compte as (
    select
        interieur.niveau,
        interieur.code_territoire,
        interieur.communes_absentes,
        unnest(['effectif', 'etablissement']) as modalite,
        employeur.est_siege_exterieur as est_exterieur,
        unnest([employeur.est_tranche_connue, employeur.siret is not null]) and employeur.est_siege_exterieur is not null as est_compte,
        unnest([employeur.effectif_centre, 1]) as poids,
        unnest([employeur.effectif_min, 1]) as poids_min,
        unnest([employeur.effectif_max, 1]) as poids_max,
        employeur.siret,
    from core.territoire_interieur as interieur
    left join core.employeur_territoire as employeur using (niveau, code_territoire)
),

somme as (
    select
        niveau,
        code_territoire,
        communes_absentes,
        modalite,
        count(*) filter (est_compte) as comptes,
        count(siret) - count(*) filter (est_compte) as inconnus,
        coalesce(bool_or(poids_max is null) filter (est_compte), false) as est_ouvert,
        coalesce(sum(poids) filter (est_compte and est_exterieur), 0) as dehors,
        coalesce(sum(poids_min) filter (est_compte and est_exterieur), 0) as dehors_min,
        coalesce(sum(poids_max) filter (est_compte and est_exterieur), 0) as dehors_max,
        coalesce(sum(poids) filter (est_compte and not est_exterieur), 0) as dedans,
        coalesce(sum(poids_min) filter (est_compte and not est_exterieur), 0) as dedans_min,
        coalesce(sum(poids_max) filter (est_compte and not est_exterieur), 0) as dedans_max,
    from compte
    group by all
)

select
    somme.niveau,
    somme.code_territoire,
    image.date_image as periode_debut,
    image.date_image as periode_fin,
    'ponderation' as dimension,
    somme.modalite,
    case
        when somme.communes_absentes = 0
        then 100 * somme.dehors / nullif(somme.dehors + somme.dedans, 0)
    end as valeur,
    case
        when somme.modalite = 'effectif' and not somme.est_ouvert
        then 100 * somme.dehors_min / nullif(somme.dehors_min + somme.dedans_max, 0)
    end as valeur_min,
    case
        when somme.modalite = 'effectif' and not somme.est_ouvert
        then 100 * somme.dehors_max / nullif(somme.dehors_max + somme.dedans_min, 0)
    end as valeur_max,
    somme.comptes as denominateur,
    somme.communes_absentes,
    case
        when somme.communes_absentes > 0 or somme.dehors + somme.dedans = 0 then null
        when somme.comptes < 3 then 'secret'
        else 'estime'
    end as statut,
    case
        when somme.communes_absentes > 0 then null
        when somme.comptes = 0 then 'Aucun établissement employeur dont le siège et la tranche soient connus.'
        when somme.dehors + somme.dedans = 0 then 'Aucun salarié dans les établissements employeurs du territoire.'
        when somme.comptes < 3 then 'Moins de trois établissements employeurs.'
        else concat(
            'Indicateur approché par la commune du siège.',
            if(somme.est_ouvert, ' La tranche de 10 000 salariés et plus n''a pas de maximum, l''intervalle n''est donc pas donné.', ''),
            if(somme.inconnus > 0, ' Sans ' || somme.inconnus || ' établissement' || if(somme.inconnus > 1, 's', '') || ' de siège ou de tranche inconnus.', '')
        )
    end as motif,
from somme
cross join core.image_sirene as image
