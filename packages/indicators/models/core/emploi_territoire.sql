-- Emploi salarié privé des territoires affichés au 31 décembre. Une ligne par territoire, année, nomenclature, modalité, hors intérim ou non ; A17, A38 et A88 sont hors intérim.
with
large as (
    select
        appartenance.niveau,
        appartenance.code_territoire,
        emploi.division,
        emploi.grand_secteur,
        emploi.est_interim,
        sum(columns('^(effectif_\d{4})$')) as '\1',
        sum(columns('^(etablissements_\d{4})$')) as '\1',
        sum(columns('^(cellules_\d{4})$')) as '\1',
        sum(columns('^(vides_\d{4})$')) as '\1',
    from core.emploi_prive_large as emploi
    inner join core.appartenance as appartenance using (code_commune)
    group by all
),

detail as (
    select
        niveau,
        code_territoire,
        division,
        grand_secteur,
        est_interim,
        unnest(struct_keys(struct_pack(*columns('^effectif_\d{4}$')))) as colonne,
        unnest([*columns('^effectif_\d{4}$')]) as effectif,
        unnest([*columns('^etablissements_\d{4}$')]) as etablissements,
        unnest([*columns('^cellules_\d{4}$')]) as cellules_inconnues,
        unnest([*columns('^vides_\d{4}$')]) as etablissements_inconnus,
    from large
),

ventilation as (
    select
        'TOTAL' as nomenclature,
        '_T' as modalite,
        false as est_hors_interim,
        detail.*,
    from detail
    union all
    select
        'TOTAL' as nomenclature,
        '_T' as modalite,
        true as est_hors_interim,
        detail.*,
    from detail
    where not est_interim
    union all
    select
        'GS' as nomenclature,
        grand_secteur as modalite,
        false as est_hors_interim,
        detail.*,
    from detail
    union all
    select
        secteur.nomenclature,
        secteur.modalite,
        true as est_hors_interim,
        detail.*,
    from detail
    inner join core.secteur as secteur using (division)
    where not est_interim
),

agregat as (
    select
        niveau,
        code_territoire,
        right(colonne, 4)::integer as annee,
        nomenclature,
        modalite,
        est_hors_interim,
        sum(effectif) as effectif,
        sum(etablissements) as etablissements,
        sum(cellules_inconnues)::integer as cellules_inconnues,
        sum(etablissements_inconnus)::integer as etablissements_inconnus,
    from ventilation
    group by all
),

modalite as (
    select
        'TOTAL' as nomenclature,
        '_T' as modalite,
        unnest([false, true]) as est_hors_interim,
        unnest(['total', 'hors_interim']) as dimension,
    union all
    select
        'GS' as nomenclature,
        code as modalite,
        false as est_hors_interim,
        'grand_secteur' as dimension,
    from reference.grand_secteur
    union all
    select distinct
        nomenclature,
        modalite,
        true as est_hors_interim,
        lower(nomenclature) as dimension,
    from core.secteur
),

couverture as (
    select
        appartenance.niveau,
        appartenance.code_territoire,
        count(*)::integer as communes,
        (count(*) filter (not couverture.est_couverte))::integer as communes_absentes,
    from core.appartenance as appartenance
    inner join core.couverture_emploi as couverture using (code_commune)
    group by all
),

annee as (
    select distinct annee
    from core.emploi_prive
)

select
    couverture.niveau,
    couverture.code_territoire,
    annee.annee,
    modalite.dimension,
    modalite.nomenclature,
    modalite.modalite,
    modalite.est_hors_interim,
    case
        when couverture.communes_absentes > 0 then null
        when agregat.cellules_inconnues > 0 then agregat.effectif
        else coalesce(agregat.effectif, 0)
    end as effectif,
    case
        when couverture.communes_absentes > 0 then null
        when agregat.etablissements_inconnus > 0 then agregat.etablissements
        else coalesce(agregat.etablissements, 0)
    end as etablissements,
    coalesce(agregat.cellules_inconnues, 0) as cellules_inconnues,
    coalesce(agregat.etablissements_inconnus, 0) as etablissements_inconnus,
    couverture.communes,
    couverture.communes_absentes,
from couverture
cross join annee
cross join modalite
left join agregat
    on agregat.niveau = couverture.niveau
    and agregat.code_territoire = couverture.code_territoire
    and agregat.annee = annee.annee
    and agregat.nomenclature = modalite.nomenclature
    and agregat.modalite = modalite.modalite
    and agregat.est_hors_interim = modalite.est_hors_interim
