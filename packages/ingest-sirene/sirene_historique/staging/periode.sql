-- Période de la vie des établissements du périmètre, dans la nomenclature d'activité de l'époque ; début inconnu, futur ou absurde mis à null et classé. Une ligne par siret et date_fin (null = en cours).
with
image as (
    select max(date_millesime) as date_image
    from reference.millesime
    where source = 'sirene_historique' and file = 'periode'
),

periode as (
    select historique.*
    from raw.sirene_historique__periode as historique
    semi join staging.sirene_etablissement__etablissement as perimetre
        on perimetre.siret = historique.siret
),

lue as (
    select
        periode.siret,
        periode.date_debut,
        periode.date_fin,
        case periode.etat_administratif when 'A' then true when 'F' then false end as est_actif,
        nullif(periode.activite_principale, '[ND]') as code_ape,
        nullif(periode.nomenclature, '[ND]') as nomenclature,
        nullif(periode.caractere_employeur, '[ND]') = 'O' as est_employeur,
        case
            when periode.date_debut is null or periode.date_debut = date '1900-01-01' then 'inconnue'
            when periode.date_debut < date '1900-01-01' then 'absurde'
            when periode.date_debut > image.date_image then 'future'
            else 'connue'
        end as qualite_date,
    from periode
    cross join image
)

select
    siret,
    case when qualite_date = 'connue' then date_debut end as date_debut,
    date_fin,
    est_actif,
    code_ape,
    -- Seules les deux dernières nomenclatures se reconnaissent à leur code, par la dernière lettre.
    case
        when regexp_full_match(code_ape, '\d{2}\.\d{2}[A-FZ]') then 'NAFRev2'
        when regexp_full_match(code_ape, '\d{2}\.\d{2}[GHJKLY]') then 'NAF2025'
        else nomenclature
    end as nomenclature,
    est_employeur,
    qualite_date,
from lue
