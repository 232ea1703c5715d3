-- Établissements actifs des territoires affichés, compte par compte (actifs, employeurs, hors immobilier et solaire, industriels, dix salariés et plus). Une ligne par territoire, compte, dimension (total, a17, a38, taille) et modalité.
with
detail as (
    select
        appartenance.niveau,
        appartenance.code_territoire,
        sirene.division,
        sirene.est_immobilier_solaire,
        sirene.est_employeur,
        sirene.taille,
        sum(sirene.etablissements) as etablissements,
    from core.etablissement_national as sirene
    inner join core.appartenance as appartenance using (code_commune)
    group by all
),

compte as (
    select
        unnest(list_filter(
            [
                'actifs',
                if(detail.est_employeur, 'employeurs', null),
                if(not detail.est_immobilier_solaire, 'hors_immobilier_solaire', null),
                if(detail.est_employeur and naf.section = 'C', 'industriels', null),
                if(detail.est_employeur and detail.taille in ('10_49', '50_249', '250_plus'), 'dix_plus', null)
            ],
            lambda nom: nom is not null
        )) as compte,
        detail.niveau,
        detail.code_territoire,
        detail.division,
        detail.taille,
        detail.etablissements,
    from detail
    left join reference.naf_division as naf using (division)
),

ventilation as (
    select
        compte,
        niveau,
        code_territoire,
        'total' as dimension,
        '_T' as modalite,
        etablissements,
    from compte
    union all
    select
        compte.compte,
        compte.niveau,
        compte.code_territoire,
        lower(secteur.nomenclature) as dimension,
        secteur.modalite,
        compte.etablissements,
    from compte
    inner join core.secteur as secteur using (division)
    where secteur.nomenclature in ('A17', 'A38')
    union all
    select
        compte,
        niveau,
        code_territoire,
        'taille' as dimension,
        taille as modalite,
        etablissements,
    from compte
),

somme as (
    select
        compte,
        niveau,
        code_territoire,
        dimension,
        modalite,
        sum(etablissements) as etablissements,
    from ventilation
    group by all
),

-- Un établissement sans code d'activité de la NAF rév. 2 est dans l'ensemble, et dans aucun secteur.
sans_secteur as (
    select
        compte.compte,
        compte.niveau,
        compte.code_territoire,
        unnest(['a17', 'a38']) as dimension,
        sum(compte.etablissements) filter (naf.division is null) as inconnus,
        count(naf.division) as connus,
    from compte
    left join reference.naf_division as naf using (division)
    group by all
),

cellule as (
    select
        unnest(['actifs', 'employeurs', 'hors_immobilier_solaire', 'industriels', 'dix_plus']) as compte,
        'total' as dimension,
        '_T' as modalite,
    union all
    select distinct
        unnest(['actifs', 'employeurs', 'hors_immobilier_solaire', 'dix_plus']) as compte,
        lower(nomenclature) as dimension,
        modalite,
    from core.secteur
    where nomenclature in ('A17', 'A38')
    union all
    select distinct
        'industriels' as compte,
        unnest(['a17', 'a38']) as dimension,
        unnest([a17, a38]) as modalite,
    from reference.naf_division
    where section = 'C'
    union all
    select distinct
        unnest(['actifs', 'employeurs', 'hors_immobilier_solaire', 'industriels', 'dix_plus']) as compte,
        'taille' as dimension,
        taille as modalite,
    from core.tranche_effectif
)

select
    couverture.niveau,
    couverture.code_territoire,
    cellule.compte,
    cellule.dimension,
    cellule.modalite,
    case
        when couverture.communes_absentes > 0 then null
        when sans_secteur.inconnus > 0 and sans_secteur.connus = 0 then null
        else coalesce(somme.etablissements, 0)
    end as etablissements,
    coalesce(ceil(sans_secteur.inconnus), 0)::integer as etablissements_sans_secteur,
    couverture.communes,
    couverture.communes_absentes,
from core.couverture_sirene as couverture
cross join cellule
left join somme
    on somme.niveau = couverture.niveau
    and somme.code_territoire = couverture.code_territoire
    and somme.compte = cellule.compte
    and somme.dimension = cellule.dimension
    and somme.modalite = cellule.modalite
left join sans_secteur
    on sans_secteur.niveau = couverture.niveau
    and sans_secteur.code_territoire = couverture.code_territoire
    and sans_secteur.compte = cellule.compte
    and sans_secteur.dimension = cellule.dimension
