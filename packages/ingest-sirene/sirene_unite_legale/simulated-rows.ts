/**
 * Select of the rows of StockUniteLegale, as the simulated world gives them: the producer's 35 columns, in order.
 * One row per head office: complete for the units that have an establishment in the home département, one in eight elsewhere.
 * No name can be taken for a real one; those of partly diffused units are `[ND]`, with a few canaries as in StockEtablissement.
 */
export const simulatedRows = `
with groupe as (
    select
        inscrit.entreprise,
        sum(inscrit.effectif)::integer as effectif,
        count(*) filter (inscrit.date_fermeture is null) as etablissements,
        min(inscrit.date_creation) as date_creation,
        bool_or(lieu.est_pres_du_domicile) as est_proche,
        bool_or(lieu.est_domicile) as est_domicile,
        bool_or(lieu.est_domicile and (inscrit.effectif > 9 or inscrit.alea % 20 = 0)) as est_nomme
    from world.etablissement_sirene as inscrit
    join latent.lieu as lieu on lieu.commune = inscrit.commune
    group by inscrit.entreprise
    having bool_or(lieu.est_pres_du_domicile) or inscrit.entreprise // 10 % 8 = 5
),
unite as (
    select
        siege.siren,
        siege.nic,
        siege.code_ape,
        siege.code_juridique,
        siege.est_diffusible,
        siege.date_fermeture,
        siege.alea,
        groupe.date_creation,
        groupe.effectif,
        groupe.etablissements,
        not siege.est_diffusible and groupe.est_domicile and groupe.est_nomme as est_canari,
        siege.code_juridique = 1000 as est_personne,
        if(groupe.est_proche, 65535, siege.alea >> 47) as propre
    from world.etablissement_sirene as siege
    join groupe on groupe.entreprise = siege.entreprise
    where siege.est_siege
)
select
    siren,
    if(est_diffusible, 'O', 'P') as "statutDiffusionUniteLegale",
    null::boolean as "unitePurgeeUniteLegale",
    case when propre < 200 then null when propre < 400 then date '1900-01-01' else date_creation end as "dateCreationUniteLegale",
    null::varchar as "sigleUniteLegale",
    case when est_personne then if(est_diffusible, if(alea % 2 = 0, 'F', 'M'), '[ND]') end as "sexeUniteLegale",
    case when est_personne then if(est_diffusible, 'PERSONNE', '[ND]') end as "prenom1UniteLegale",
    null::varchar as "prenom2UniteLegale",
    null::varchar as "prenom3UniteLegale",
    null::varchar as "prenom4UniteLegale",
    case when est_personne then if(est_diffusible, 'PERSONNE', '[ND]') end as "prenomUsuelUniteLegale",
    null::varchar as "pseudonymeUniteLegale",
    null::varchar as "identifiantAssociationUniteLegale",
    case
        when effectif > 0 then tranche_effectif(effectif)
        when alea % 32 > 2 then 'NN'
        when alea % 32 = 0 then '00'
    end as "trancheEffectifsUniteLegale",
    if(effectif > 0 or alea % 32 = 0, 2024::bigint, null) as "anneeEffectifsUniteLegale",
    (date_image() - cast(alea >> 30 & 1023 as integer))::timestamp as "dateDernierTraitementUniteLegale",
    (1 + (date_fermeture is not null)::bigint) as "nombrePeriodesUniteLegale",
    case
        when date_fermeture is not null then null
        when effectif >= 5000 then 'GE'
        when effectif >= 250 then 'ETI'
        when etablissements > 1 and effectif > 20 and alea % 20 = 0 then 'GE'
        when etablissements > 1 and effectif > 20 and alea % 4 = 0 then 'ETI'
        when effectif > 0 or alea % 6 > 0 then 'PME'
    end as "categorieEntreprise",
    if(date_fermeture is null, 2023::bigint, null) as "anneeCategorieEntreprise",
    coalesce(date_fermeture, date_creation) as "dateDebut",
    if(date_fermeture is null, 'A', 'C') as "etatAdministratifUniteLegale",
    case when est_personne then if(est_diffusible, 'FICTIVE ' || siren, '[ND]') end as "nomUniteLegale",
    case when est_personne and not est_diffusible then '[ND]' end as "nomUsageUniteLegale",
    case
        when est_personne then null
        when not est_diffusible then '[ND]'
        else case code_juridique
            when 6540 then 'SCI SIMULÉE '
            when 9220 then 'ASSOCIATION FICTIVE '
            else ['ATELIERS SIMULÉS ', 'SOCIÉTÉ FICTIVE ', 'COMPAGNIE IMAGINAIRE ', 'ÉTABLISSEMENTS INVENTÉS '][1 + alea % 4]
        end || siren
    end as "denominationUniteLegale",
    case when est_canari then 'CANARI-P-' || siren when not est_diffusible then '[ND]' end as "denominationUsuelle1UniteLegale",
    null::varchar as "denominationUsuelle2UniteLegale",
    null::varchar as "denominationUsuelle3UniteLegale",
    cast(code_juridique as bigint) as "categorieJuridiqueUniteLegale",
    code_ape as "activitePrincipaleUniteLegale",
    'NAFRev2' as "nomenclatureActivitePrincipaleUniteLegale",
    nic as "nicSiegeUniteLegale",
    case when date_fermeture is null then if(code_juridique = 9220, 'O', 'N') end as "economieSocialeSolidaireUniteLegale",
    case when date_fermeture is null and alea % 3000 = 0 then 'O' end as "societeMissionUniteLegale",
    case when effectif > 0 then 'O' when alea % 13 > 0 then 'N' end as "caractereEmployeurUniteLegale",
    ape_naf25(code_ape) as "activitePrincipaleNAF25UniteLegale"
from unite
`;
