import {formatDate, type Snapshot} from "@observatoire/catalog";
import type {Warehouse} from "@observatoire/warehouse";
import type {PublishedEtablissement} from "./published.ts";

/** Days after which the diffusion status of a company is too old for its name to be shown: the stock is monthly. */
const statusLimit = 45;
const day = 86_400_000;
/** A name is diffusible when both the establishment and its legal unit are. */
const statusSources = ["sirene_etablissement", "sirene_unite_legale"];

/**
 * The establishments that may be named, largest first. Who may be named changes every day: past the limit, for the older of
 * the two files that say it, the list is withdrawn, with the sentence that takes its place. Simulated establishments belong to nobody and stay.
 */
export async function readEtablissements(
  warehouse: Warehouse,
  snapshots: readonly Snapshot[],
  today: string
): Promise<{etablissements: PublishedEtablissement[]; etablissementsRetires: string | null}> {
  const status = snapshots.filter(({source}) => statusSources.includes(source));
  if (status.length === 0) return {etablissements: [], etablissementsRetires: null};
  const [oldest] = status
    .filter(({simulated}) => !simulated)
    .map(({vintageDate}) => vintageDate.slice(0, 10))
    .sort();
  if (oldest !== undefined && (Date.parse(today.slice(0, 10)) - Date.parse(oldest)) / day > statusLimit) {
    return {
      etablissements: [],
      etablissementsRetires: `La liste nominative est retirée : le statut de diffusion des entreprises date du ${formatDate(oldest)}, plus de ${statusLimit} jours avant ce passage. Collecter Sirene la rétablit.`
    };
  }
  const etablissements = await warehouse.all<PublishedEtablissement>(
    `select siret, denomination, code_commune, code_ape, a38, tranche_effectifs, effectif_min, effectif_max,
        longitude, latitude, strftime(date_statut, '%Y-%m-%d') as date_statut
     from mart.etablissement order by effectif_min desc, siret`
  );
  return {etablissements, etablissementsRetires: null};
}
