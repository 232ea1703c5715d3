-- Friches des territoires affichés, hors friches potentielles. Une ligne par territoire et statut de friche, « _T » pour l'ensemble.
with
-- L'inventaire est national : un département sans aucun site, même potentiel, est hors du fichier et non sans friche.
departement as (
    select distinct commune.code_departement
    from staging.cartofriches__friche as friche
    inner join core.passage_commune as passage
        on passage.code_source = friche.code_commune
    inner join core.commune as commune
        on commune.code_commune = passage.code_commune
),

couverture as (
    select
        appartenance.niveau,
        appartenance.code_territoire,
        count(*)::integer as communes,
        (count(*) filter (departement.code_departement is null))::integer as communes_absentes,
    from core.appartenance as appartenance
    inner join core.commune as commune using (code_commune)
    left join departement using (code_departement)
    where exists (from departement)
    group by all
),

ventilee as (
    select
        appartenance.niveau,
        appartenance.code_territoire,
        unnest(['_T', friche.statut]) as statut_friche,
        friche.surface_m2,
        friche.surface_retenue_m2,
        friche.porte_la_surface,
    from core.friche as friche
    inner join core.appartenance as appartenance using (code_commune)
),

somme as (
    select
        niveau,
        code_territoire,
        statut_friche,
        count(*)::integer as sites,
        (count(*) filter (surface_m2 is null or surface_m2 > 0))::integer as sites_avec_terrain,
        sum(surface_retenue_m2) as surface_m2,
        (count(*) filter (porte_la_surface and surface_retenue_m2 is null))::integer as surfaces_inconnues,
    from ventilee
    group by all
)

select
    couverture.niveau,
    couverture.code_territoire,
    statut.statut_friche,
    case when 2 * couverture.communes_absentes <= couverture.communes then coalesce(somme.sites, 0) end as sites,
    case when 2 * couverture.communes_absentes <= couverture.communes then coalesce(somme.sites_avec_terrain, 0) end as sites_avec_terrain,
    case
        when 2 * couverture.communes_absentes <= couverture.communes
            and not (coalesce(somme.surfaces_inconnues, 0) > 0 and somme.surface_m2 is null)
        then coalesce(somme.surface_m2, 0)
    end::double as surface_m2,
    coalesce(somme.surfaces_inconnues, 0) as surfaces_inconnues,
    couverture.communes,
    couverture.communes_absentes,
    case
        when 2 * couverture.communes_absentes > couverture.communes then 'non_disponible'
        when couverture.communes_absentes > 0 then 'minimum'
    end as statut,
    case
        when couverture.communes_absentes > 0
        then replace(
            format(
                '{:,}' || if(couverture.communes_absentes > 1, ' communes', ' commune') || ' sur {:,} dans un département absent du fichier source.',
                couverture.communes_absentes,
                couverture.communes
            ),
            ',',
            chr(8239)
        )
    end as motif,
from couverture
cross join (select unnest(['_T', 'sans_projet', 'avec_projet', 'reconvertie', 'inconnu']) as statut_friche) as statut
left join somme
    on somme.niveau = couverture.niveau
    and somme.code_territoire = couverture.code_territoire
    and somme.statut_friche = statut.statut_friche
