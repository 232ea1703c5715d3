import {quoteText} from "@observatoire/warehouse";

/** `select` of the columns used, in the types used, from either file: how one would write it for this very file. */
const readStock = (path: string) =>
  path.endsWith(".csv")
    ? `read_csv(${quoteText(path)}, header = true, delim = ',', quote = '"', escape = '"', all_varchar = true, parallel = true)`
    : `read_parquet(${quoteText(path)})`;

/** The SQL one would write by hand for StockEtablissement: the four tables of this project, no control of anything. */
export function sireneByHand(path: string, links: string): readonly string[] {
  const isCsv = path.endsWith(".csv");
  const typed = `
    select siret, siren, nic, statutDiffusionEtablissement as diffusion, dateCreationEtablissement::date as creation,
      trancheEffectifsEtablissement as tranche, anneeEffectifsEtablissement::integer as annee,
      etablissementSiege::boolean as est_siege, codeCommuneEtablissement as code_commune,
      dateDebut::date as debut, etatAdministratifEtablissement as etat,
      activitePrincipaleEtablissement as ape, nomenclatureActivitePrincipaleEtablissement as nomenclature,
      caractereEmployeurEtablissement as employeur, activitePrincipaleNAF25Etablissement as naf25
    from ${readStock(path)}`;
  // A text file is parsed once, a columnar one is read again for each table.
  const stock = isCsv ? "stock" : `(${typed})`;
  return [
    ...(isCsv ? [`create temp table stock as ${typed}`] : []),
    `create table staging.sirene_etablissement__etablissement as
     select siret, siren, nic, diffusion = 'O' as est_diffusible,
       if(creation > date '1900-01-01' and creation <= date '2026-10-31', creation, null) as date_creation,
       case when creation is null or creation = date '1900-01-01' then 'inconnue' when creation < date '1900-01-01' then 'absurde'
         when creation > date '2026-10-31' then 'future' else 'connue' end as qualite_date,
       nullif(tranche, '[ND]') as tranche_effectifs, annee::integer as annee_effectifs, est_siege, code_commune,
       if(debut > date '1900-01-01' and debut <= date '2026-10-31', debut, null) as date_debut, etat = 'A' as est_actif,
       if(length(ape) = 6 and right(ape, 1) in ('A', 'B', 'C', 'D', 'E', 'F', 'Z'), ape, null) as code_ape,
       nomenclature, naf25 as code_naf25, employeur = 'O' as est_employeur
     from ${stock} where code_commune in (select code_source from staging.perimetre__code)`,
    `create table staging.sirene_etablissement__siege as
     select siren, siret, code_commune from ${stock}
     where est_siege and siren in (select siren from staging.sirene_etablissement__etablissement)`,
    `create table staging.sirene_etablissement__national as
     select code_commune,
       if(length(ape) = 6 and right(ape, 1) in ('A', 'B', 'C', 'D', 'E', 'F', 'Z'), left(ape, 2), null) as division,
       coalesce(ape in ('68.20A', '68.20B', '35.11Z'), false) as est_immobilier_solaire, employeur = 'O' as est_employeur,
       tranche as tranche_effectifs, diffusion = 'O' as est_diffusible, count(*) as lignes
     from ${stock} where etat = 'A' group by all`,
    `create table staging.sirene_etablissement__cohorte as
     with lien as (
       select siret, min(succede) as premier, max(cede) as dernier from (
         select siretEtablissementSuccesseur::bigint as siret, dateLienSuccession as succede, null as cede from ${readStock(links)}
         union all
         select siretEtablissementPredecesseur::bigint, null, dateLienSuccession from ${readStock(links)} where continuiteEconomique
       ) group by all
     ),
     vie as (
       select siret::bigint as siret, code_commune, etat = 'A' as est_actif,
         case when creation is null or creation = date '1900-01-01' then 'inconnue' when creation < date '1900-01-01' then 'absurde'
         when creation > date '2026-10-31' then 'future' else 'connue' end as qualite_date,
         coalesce(left(ape, 2) between '10' and '33' and length(ape) = 6 and right(ape, 1) in ('A', 'B', 'C', 'D', 'E', 'F', 'Z'), false) as est_manufacture,
         if(creation > date '1900-01-01' and creation <= date '2026-10-31', creation, null) as naissance,
         if(etat <> 'A' and debut > date '1900-01-01', debut, null) as fermeture
       from ${stock}
     )
     select code_commune, est_manufacture,
       coalesce(premier <= naissance + 365, premier is not null) as est_transfert, coalesce(dernier >= fermeture - 365, dernier is not null and not est_actif) as est_cede,
       if(naissance is null, null, greatest(year(naissance), 2006))::integer as annee_creation,
       if(fermeture is null, null, greatest(year(fermeture), 2006))::integer as annee_fermeture,
       if(fermeture is not null and year(naissance) > 2006, least(greatest(date_sub('year', naissance, fermeture), 0), 10), null)::integer as duree,
       est_actif, qualite_date, count(*) as lignes
     from vie left join lien using (siret) group by all`
  ];
}
