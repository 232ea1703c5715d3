/**
 * Select of the rows of StockEtablissement, as the simulated world gives them: the 54 columns of the producer, in order.
 * As in life: names and addresses of partly diffused units are `[ND]`; far from the home département, dates are sometimes
 * unknown, absurd or future, closed rows keep old nomenclatures, some establishments are abroad, and Lambert fields are
 * left empty, which halves the file. A few `P` units of
 * the home territory keep a name in columns the producer should have masked: `CANARI-P-…`, which nothing may publish.
 * Not a `.sql` file: every `.sql` of a source's folder is taken for a model.
 */
export const simulatedRows = `
with etablissement as (
    select
        inscrit.siren,
        inscrit.nic,
        inscrit.siret,
        inscrit.code_ape,
        inscrit.date_creation,
        inscrit.date_fermeture,
        coalesce(inscrit.date_fermeture, date_changement(inscrit.date_creation, inscrit.date_fermeture, inscrit.alea), inscrit.date_creation) as date_debut,
        inscrit.est_siege,
        inscrit.effectif,
        inscrit.est_diffusible,
        not inscrit.est_diffusible and lieu.est_domicile and (inscrit.effectif > 9 or inscrit.alea % 20 = 0) as est_canari,
        lieu.code_commune,
        lieu.nom_commune,
        lieu.code_postal,
        lieu.arrondissements,
        lieu.x + 1.5 * ((inscrit.alea >> 8 & 1023) - 512) as x,
        lieu.y + 1.5 * ((inscrit.alea >> 18 & 1023) - 512) as y,
        lieu.est_outre_mer,
        inscrit.alea,
        -- La saleté est loin du domicile : sur 65 536 tirages, nulle au voisinage.
        if(lieu.est_pres_du_domicile, 65535, inscrit.alea >> 47) as propre
    from world.etablissement_sirene as inscrit
    join latent.lieu as lieu on lieu.commune = inscrit.commune
),
adresse as (
    select
        *,
        propre < 30 as est_etranger,
        case
            when propre < 200 then null
            when propre < 400 then date '1900-01-01'
            when propre = 400 then date '3035-04-12'
            when propre = 401 then date '0004-10-01'
            when propre = 402 then date_image() + 5
            else date_creation
        end as date_creation_ecrite,
        date_debut_ecrite(date_debut, propre) as date_debut_ecrite,
        if(date_fermeture is null, null, jour_nomenclature(propre)) as jour_nomenclature
    from etablissement
)
select
    siren,
    nic,
    siret,
    if(est_diffusible and propre <> 410, 'O', 'P') as statutDiffusionEtablissement,
    date_creation_ecrite as dateCreationEtablissement,
    case
        when effectif > 2 or effectif > 0 and alea % 16 > 0 then tranche_effectif(effectif)
        when effectif > 0 or alea % 32 > 2 then 'NN'
        when alea % 32 = 0 then '00'
    end as trancheEffectifsEtablissement,
    if(effectif > 2 or effectif > 0 and alea % 16 > 0 or alea % 32 = 0, 2024::bigint, null) as anneeEffectifsEtablissement,
    null::varchar as activitePrincipaleRegistreMetiersEtablissement,
    (date_image() - cast(alea >> 30 & 1023 as integer))::timestamp as dateDernierTraitementEtablissement,
    est_siege as etablissementSiege,
    (1 + (date_creation < date '2008-01-01' or alea % 4 = 0)::bigint + (date_fermeture is not null)::bigint) as nombrePeriodesEtablissement,
    null::varchar as complementAdresseEtablissement,
    if(est_diffusible, cast(1 + alea % 120 as varchar), '[ND]') as numeroVoieEtablissement,
    null::varchar as indiceRepetitionEtablissement,
    null::varchar as dernierNumeroVoieEtablissement,
    null::varchar as indiceRepetitionDernierNumeroVoieEtablissement,
    if(est_diffusible, ['RUE', 'AVENUE', 'PLACE', 'CHEMIN'][1 + (alea >> 7) % 4], '[ND]') as typeVoieEtablissement,
    if(
        est_diffusible,
        ['DE LA SIMULATION', 'DU MONDE IMAGINAIRE', 'DES ATELIERS FICTIFS', 'DU HASARD', 'DE LA GRAINE', 'DES EXEMPLES', 'DE L''INVENTION', 'DU MODELE'][1 + (alea >> 11) % 8],
        '[ND]'
    ) as libelleVoieEtablissement,
    if(est_diffusible, if(est_etranger, null, code_postal), '[ND]') as codePostalEtablissement,
    if(est_etranger, null, nom_commune) as libelleCommuneEtablissement,
    if(est_etranger, 'VILLE FICTIVE', null) as libelleCommuneEtrangerEtablissement,
    null::varchar as distributionSpecialeEtablissement,
    case
        when est_etranger then null
        when arrondissements is null then code_commune
        else arrondissements[1 + alea % len(arrondissements)]
    end as codeCommuneEtablissement,
    null::varchar as codeCedexEtablissement,
    null::varchar as libelleCedexEtablissement,
    if(est_etranger, '99131', null) as codePaysEtrangerEtablissement,
    if(est_etranger, 'BELGIQUE', null) as libellePaysEtrangerEtablissement,
    if(est_diffusible, null, '[ND]') as identifiantAdresseEtablissement,
    case
        when not est_diffusible then '[ND]'
        when propre = 65535 and not est_outre_mer then cast(cast(x as decimal(12, 2)) as varchar)
    end as coordonneeLambertAbscisseEtablissement,
    case
        when not est_diffusible then '[ND]'
        when propre = 65535 and not est_outre_mer then cast(cast(y as decimal(12, 2)) as varchar)
    end as coordonneeLambertOrdonneeEtablissement,
    null::varchar as complementAdresse2Etablissement,
    null::varchar as numeroVoie2Etablissement,
    null::varchar as indiceRepetition2Etablissement,
    null::varchar as typeVoie2Etablissement,
    null::varchar as libelleVoie2Etablissement,
    null::varchar as codePostal2Etablissement,
    null::varchar as libelleCommune2Etablissement,
    null::varchar as libelleCommuneEtranger2Etablissement,
    null::varchar as distributionSpeciale2Etablissement,
    null::varchar as codeCommune2Etablissement,
    null::varchar as codeCedex2Etablissement,
    null::varchar as libelleCedex2Etablissement,
    null::varchar as codePaysEtranger2Etablissement,
    null::varchar as libellePaysEtranger2Etablissement,
    date_debut_ecrite as dateDebut,
    if(date_fermeture is null, 'A', 'F') as etatAdministratifEtablissement,
    case
        when est_canari then 'CANARI-P-' || siret
        when alea % 5 > 0 then null
        when not est_diffusible then '[ND]'
        else 'ENSEIGNE SIMULÉE ' || nic
    end as enseigne1Etablissement,
    null::varchar as enseigne2Etablissement,
    null::varchar as enseigne3Etablissement,
    case when est_canari then 'CANARI-P-' || siren when not est_diffusible then '[ND]' end as denominationUsuelleEtablissement,
    case
        when jour_nomenclature is null then code_ape
        when propre % 9 > 0 then ape_ancien(code_ape, jour_nomenclature)
    end as activitePrincipaleEtablissement,
    case
        when jour_nomenclature is null then 'NAFRev2'
        when propre % 9 > 0 then nomenclature_ancienne(jour_nomenclature)
    end as nomenclatureActivitePrincipaleEtablissement,
    case
        when effectif > 0 then 'O'
        when alea % 13 > 0 then if(date_fermeture is not null and alea % 3 = 0, 'O', 'N')
    end as caractereEmployeurEtablissement,
    if(jour_nomenclature is null, ape_naf25(code_ape), null) as activitePrincipaleNAF25Etablissement
from adresse
`;
