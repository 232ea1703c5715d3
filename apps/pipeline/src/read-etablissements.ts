import {formatDate, type Snapshot} from "@observatoire/catalog";
import type {Warehouse} from "@observatoire/warehouse";
import type {PublishedEtablissement} from "./published.ts";
import {isWithdrawn, type Retraits} from "./retraits.ts";

const day = 86_400_000;
/** A name is diffusible when both the establishment and its legal unit are. */
const statusSources = ["sirene_etablissement", "sirene_unite_legale"];

/**
 * The establishments that may be named, largest first. Who may be named changes every day: past the limit, for the older of
 * the two files that say it, the list is withdrawn, with the sentence that takes its place. Who asked the publisher not to be
 * named is left out. Simulated establishments belong to nobody and stay.
 */
export async function readEtablissements(
  warehouse: Warehouse,
  snapshots: readonly Snapshot[],
  {today, limitDays, retraits}: {today: string; limitDays: number; retraits: Retraits}
): Promise<{etablissements: PublishedEtablissement[]; etablissementsRetires: string | null}> {
  if (!snapshots.some(({source}) => statusSources.includes(source))) {
    return {etablissements: [], etablissementsRetires: null};
  }
  if (retraits.fault !== null) {
    return {
      etablissements: [],
      etablissementsRetires:
        "La liste nominative est retirée : le registre des oppositions est à corriger, et personne n'est nommé jusque-là."
    };
  }
  const oldest = oldestStatus(snapshots);
  if (oldest !== null && isNamingWithdrawn(snapshots, today, limitDays)) {
    return {
      etablissements: [],
      etablissementsRetires: `La liste nominative est retirée : le statut de diffusion des entreprises date du ${formatDate(oldest)}, plus de ${limitDays} jours avant ce passage. Collecter Sirene la rétablit.`
    };
  }
  const named = await warehouse.all<PublishedEtablissement>(
    `select siret, denomination, code_commune, code_ape, a38, tranche_effectifs, effectif_min, effectif_max,
        longitude, latitude, strftime(date_statut, '%Y-%m-%d') as date_statut
     from mart.etablissement order by effectif_min desc, siret`
  );
  const etablissements = named.filter(({siret}) => !isWithdrawn(retraits, siret));
  return {etablissements, etablissementsRetires: null};
}

/** True when the diffusion status of companies is more than `limitDays` old: no list may name them. */
export function isNamingWithdrawn(snapshots: readonly Snapshot[], today: string, limitDays: number): boolean {
  const oldest = oldestStatus(snapshots);
  return oldest !== null && (Date.parse(today.slice(0, 10)) - Date.parse(oldest)) / day > limitDays;
}

/** ISO date of the older of the files that say who may be named; simulated ones have no age. */
function oldestStatus(snapshots: readonly Snapshot[]): string | null {
  const [oldest] = snapshots
    .filter(({source, simulated}) => statusSources.includes(source) && !simulated)
    .map(({vintageDate}) => vintageDate.slice(0, 10))
    .sort();
  return oldest ?? null;
}
