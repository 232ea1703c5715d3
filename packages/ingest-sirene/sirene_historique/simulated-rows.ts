/**
 * Select of the rows of StockEtablissementHistorique, as the simulated world gives them: the producer's 18 columns, in order.
 * Up to three periods an establishment: its first activity (in the nomenclature of its time before 2008), a change, its end.
 * The current period agrees with StockEtablissement. Complete in the home département, one establishment in eight elsewhere,
 * where some dates are unknown or absurd.
 */
export const simulatedRows = `
with etablissement as (
    select
        inscrit.*,
        date_changement(inscrit.date_creation, inscrit.date_fermeture, inscrit.alea) as date_changement,
        if(lieu.est_pres_du_domicile, 65535, inscrit.alea >> 47) as propre
    from world.etablissement_sirene as inscrit
    join latent.lieu as lieu on lieu.commune = inscrit.commune
    where lieu.est_pres_du_domicile or inscrit.alea >> 40 & 7 = 5
),
borne as (
    select
        *,
        list_filter([date_creation, date_changement, date_fermeture], lambda jour: jour is not null) as jours
    from etablissement
),
periode as (
    select
        * exclude (jours),
        unnest(jours) as date_debut,
        unnest(list_append(jours[2:], null)) as date_fin,
        unnest(range(len(jours))) as rang
    from borne
),
activite as (
    select
        *,
        date_fermeture is not null and date_fin is null as est_fermee,
        -- La fin d'un établissement garde parfois la nomenclature d'une autre époque, comme dans StockEtablissement.
        case
            when date_debut < date '2008-01-01' then date_debut
            when date_fermeture is not null and date_fin is null then jour_nomenclature(propre)
        end as jour_nomenclature,
        if(date_fin is null, propre, alea) % 9 = 0 as est_inconnue,
        -- Un changement sur trois est celui de l'activité ; les autres, de l'enseigne ou du caractère employeur.
        rang = 0 and date_changement is not null and alea % 3 = 0 as est_autre_activite
    from periode
)
select
    siren,
    nic,
    siret,
    if(date_fin is null, null, date_fin - 1) as "dateFin",
    case
        when date_fin is null then date_debut_ecrite(date_debut, propre)
        when propre < 400 then null
        when propre < 800 then date '1900-01-01'
        when propre = 800 then date '0004-10-01'
        else date_debut
    end as "dateDebut",
    if(est_fermee, 'F', 'A') as "etatAdministratifEtablissement",
    est_fermee as "changementEtatAdministratifEtablissement",
    case
        when alea % 5 > 0 then null
        when not est_diffusible then '[ND]'
        else 'ENSEIGNE SIMULÉE ' || nic
    end as "enseigne1Etablissement",
    null::varchar as "enseigne2Etablissement",
    null::varchar as "enseigne3Etablissement",
    false as "changementEnseigneEtablissement",
    if(est_diffusible, null, '[ND]') as "denominationUsuelleEtablissement",
    false as "changementDenominationUsuelleEtablissement",
    case
        when jour_nomenclature is not null and est_inconnue then null
        when jour_nomenclature is not null then ape_ancien(code_ape, jour_nomenclature)
        when est_autre_activite then left(code_ape, 3) || '99Z'
        else code_ape
    end as "activitePrincipaleEtablissement",
    case
        when jour_nomenclature is not null and est_inconnue then null
        when jour_nomenclature is not null then nomenclature_ancienne(jour_nomenclature)
        else 'NAFRev2'
    end as "nomenclatureActivitePrincipaleEtablissement",
    rang > 0 and not est_fermee and (date_changement = date '2008-01-01' or alea % 3 = 0) as "changementActivitePrincipaleEtablissement",
    case
        when effectif > 0 and date_fin is null then 'O'
        when est_fermee or alea % 13 = 0 then null
        else if(alea % 2 = 0 or effectif > 0, 'O', 'N')
    end as "caractereEmployeurEtablissement",
    rang > 0 and not est_fermee and alea % 3 = 1 as "changementCaractereEmployeurEtablissement"
from activite
`;
