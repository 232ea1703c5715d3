-- Établissement actif du périmètre que l'on peut nommer : établissement et unité légale diffusibles, ni personne physique ni unité inconnue. Une ligne par siret.
with
-- Le statut de diffusion est aussi vieux que la plus ancienne des deux images.
statut as (
    select min(date_millesime) as date_statut
    from reference.millesime
    where source in ('sirene_etablissement', 'sirene_unite_legale')
)

select
    etablissement.siret,
    unite.denomination,
    etablissement.code_commune,
    etablissement.code_ape,
    etablissement.a38,
    etablissement.est_employeur,
    etablissement.tranche_effectifs,
    etablissement.effectif_min,
    etablissement.effectif_max,
    point.longitude,
    point.latitude,
    statut.date_statut,
from core.etablissement as etablissement
inner join staging.sirene_unite_legale__unite_legale as unite using (siren)
left join staging.sirene_geolocalisation__point as point using (siret)
cross join statut
where etablissement.est_diffusible
    and unite.est_diffusible
    and not unite.est_personne_physique
    and unite.denomination is not null
