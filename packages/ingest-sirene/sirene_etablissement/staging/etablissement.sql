-- Établissement du périmètre, ouvert ou fermé, diffusible ou non ; « [ND] » est null, une date inconnue, future ou absurde aussi. Une ligne par siret.
with
image as (
    select max(date_millesime) as date_image
    from reference.millesime
    where source = 'sirene_etablissement' and file = 'etablissement'
),

-- D'abord les lignes du périmètre : le reste ne se calcule que pour elles.
sirene as (
    select stock.*
    from raw.sirene_etablissement__etablissement as stock
    semi join staging.perimetre__code as perimetre
        on perimetre.code_source = stock.code_commune
)

select
    sirene.siret,
    sirene.siren,
    sirene.nic,
    sirene.statut_diffusion is not distinct from 'O' as est_diffusible,
    case
        when sirene.date_creation > date '1900-01-01' and sirene.date_creation <= image.date_image then sirene.date_creation
    end as date_creation,
    case
        when sirene.date_creation is null or sirene.date_creation = date '1900-01-01' then 'inconnue'
        when sirene.date_creation < date '1900-01-01' then 'absurde'
        when sirene.date_creation > image.date_image then 'future'
        else 'connue'
    end as qualite_date,
    nullif(sirene.tranche_effectifs, '[ND]') as tranche_effectifs,
    sirene.annee_effectifs::integer as annee_effectifs,
    coalesce(sirene.est_siege, false) as est_siege,
    sirene.code_commune,
    case
        when sirene.date_debut > date '1900-01-01' and sirene.date_debut <= image.date_image then sirene.date_debut
    end as date_debut,
    sirene.etat_administratif is not distinct from 'A' as est_actif,
    case
        when regexp_full_match(sirene.activite_principale, '\d{2}\.\d{2}[A-FZ]') then sirene.activite_principale
    end as code_ape,
    nullif(sirene.nomenclature, '[ND]') as nomenclature,
    -- La dernière lettre dit la nomenclature : le jour où l'activité principale passe en NAF 2025, elle reste lisible.
    case
        when regexp_full_match(sirene.activite_naf25, '\d{2}\.\d{2}[GHJKLY]') then sirene.activite_naf25
        when regexp_full_match(sirene.activite_principale, '\d{2}\.\d{2}[GHJKLY]') then sirene.activite_principale
    end as code_naf25,
    nullif(sirene.caractere_employeur, '[ND]') = 'O' as est_employeur,
from sirene
cross join image
