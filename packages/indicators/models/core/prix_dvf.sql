-- Ventes et prix au mètre carré de la fenêtre, avec ce qui peut être montré. Une ligne par territoire et famille (local_activite, terrain_a_batir).
with
vente as (
    select
        'local_activite' as famille,
        code_commune,
        prix_m2,
        est_cle_fragile,
    from core.vente_local
    union all
    select
        'terrain_a_batir' as famille,
        code_commune,
        prix_m2,
        est_cle_fragile,
    from core.vente_terrain
),

-- Par les ventes elles-mêmes : une médiane de médianes n'est la médiane de rien.
statistique as (
    select
        appartenance.niveau,
        appartenance.code_territoire,
        vente.famille,
        count(*)::integer as ventes,
        (count(*) filter (vente.est_cle_fragile))::integer as ventes_fragiles,
        quantile_cont(vente.prix_m2, 0.25) as premier_quartile,
        quantile_cont(vente.prix_m2, 0.5) as mediane,
        quantile_cont(vente.prix_m2, 0.75) as dernier_quartile,
    from vente
    inner join core.appartenance as appartenance using (code_commune)
    group by all
),

territoire as (
    select
        appartenance.niveau,
        appartenance.code_territoire,
        unnest(['local_activite', 'terrain_a_batir']) as famille,
        (count(*) filter (not couverture.est_couverte))::integer as communes_absentes,
        min(couverture.motif) as motif,
    from core.appartenance as appartenance
    inner join core.couverture_dvf as couverture using (code_commune)
    group by all
),

-- Le secret porte sur les ventes ; l'absence de source n'est ni un secret ni un zéro.
seuil as (
    select
        territoire.*,
        coalesce(statistique.ventes, 0) as ventes,
        coalesce(statistique.ventes_fragiles, 0) as ventes_fragiles,
        statistique.premier_quartile,
        statistique.mediane,
        statistique.dernier_quartile,
        case when statistique.ventes_fragiles > 0 then 'estime' else 'connu' end as statut_publie,
        case
            when statistique.ventes_fragiles > 0
            then 'Identifiants de mutation mêlés dans le fichier : ventes séparées par commune.'
        end as motif_publie,
    from territoire
    left join statistique using (niveau, code_territoire, famille)
)

select
    seuil.niveau,
    seuil.code_territoire,
    seuil.famille,
    fenetre.date_debut,
    fenetre.date_fin,
    seuil.ventes,
    seuil.ventes_fragiles,
    seuil.premier_quartile,
    seuil.mediane,
    seuil.dernier_quartile,
    seuil.communes_absentes,
    case
        when communes_absentes > 0 then 'non_disponible'
        when ventes between 1 and 4 then 'secret'
        else statut_publie
    end as statut_ventes,
    case
        when communes_absentes > 0 then motif
        when ventes between 1 and 4 then 'Moins de 5 ventes : nombre non publié.'
        else motif_publie
    end as motif_ventes,
    case
        when communes_absentes > 0 then 'non_disponible'
        when ventes = 0 then 'non_applicable'
        when ventes < 11 then 'secret'
        else statut_publie
    end as statut_prix,
    case
        when communes_absentes > 0 then motif
        when ventes = 0 then 'Aucune vente dans le champ sur la période.'
        when ventes < 11 then 'Moins de 11 ventes : médiane non publiée.'
        else motif_publie
    end as motif_prix,
from seuil
cross join core.fenetre_dvf as fenetre
