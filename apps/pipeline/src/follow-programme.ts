import {formatDate, type Snapshot} from "@observatoire/catalog";
import {
  calendarDay,
  computeSuivi,
  filterPlan,
  type Observations,
  type PlanSuivi,
  type Visibilite
} from "@observatoire/programme";
import type {Warehouse} from "@observatoire/warehouse";
import type {Published} from "./published.ts";
import {isNamingWithdrawn} from "./read-etablissements.ts";
import type {ReadProgramme} from "./read-programme.ts";
import {isWithdrawn, type Retraits} from "./retraits.ts";

type Effectif = NonNullable<ReturnType<Observations["effectif"]>>;

/**
 * Workforce class of the establishments that projects name, from Sirene. One that may not be named is `secret`; past the age
 * of the diffusion status none may be shown.
 */
export async function readEffectifs(
  warehouse: Warehouse,
  sirets: readonly string[],
  {
    snapshots,
    today,
    limitDays,
    retraits
  }: {snapshots: readonly Snapshot[]; today: string; limitDays: number; retraits: Retraits}
): Promise<Observations["effectif"]> {
  if (sirets.length === 0 || !snapshots.some(({source}) => source === "sirene_etablissement"))
    return () => null;
  const rows = await warehouse.all<{
    siret: string;
    min: number | null;
    max: number | null;
    annee: number | null;
    nomme: boolean;
  }>(
    `select siret, effectif_min as min, effectif_max as max, annee_effectifs as annee,
        siret in (select siret from core.etablissement_nomme) as nomme
     from core.etablissement where siret in (select unnest(from_json($1::json, '["VARCHAR"]')))`,
    [JSON.stringify(sirets)]
  );
  const withdrawn = retraits.fault !== null || isNamingWithdrawn(snapshots, today, limitDays);
  const found = new Map<string, Effectif>(
    rows.map(({siret, min, max, annee, nomme}) => [
      siret,
      withdrawn || !nomme || isWithdrawn(retraits, siret)
        ? {min: null, max: null, annee: null, statut: "secret"}
        : {
            min,
            max,
            annee: annee === null ? null : String(annee),
            statut: min === null ? "non_disponible" : "connu"
          }
    ])
  );
  return (siret) => found.get(siret) ?? null;
}

/** The plan as the readers of a build see it: filtered first, so that no rule counts a row they may not see. */
export function followProgramme(
  read: ReadProgramme,
  visibilite: Visibilite,
  {
    published,
    effectif,
    failingSince
  }: {published: Published; effectif: Observations["effectif"]; failingSince: string | null}
): PlanSuivi {
  const plan = filterPlan(read.plan, visibilite);
  const date = calendarDay(new Date(published.date));
  const ti = published.territory("ti");
  const valeurs: Observations["valeurs"] = (indicateur, dimension, modalite) =>
    ti === undefined
      ? []
      : published
          .rows(indicateur, ti)
          .filter((row) => row.dimension === dimension && row.modalite === modalite)
          .map(({periode_fin, valeur, statut}) => ({date: periode_fin, valeur, statut}))
          .sort((a, b) => a.date.localeCompare(b.date));
  return {
    visibilite,
    plan,
    suivi: computeSuivi(plan, {
      date,
      dateLabel: published.territoire.dateLabel,
      observations: {valeurs, effectif}
    }),
    fictif: read.fictif,
    date: calendarDay(new Date(read.changedAt)),
    sha256: read.sha256,
    panne:
      failingSince === null
        ? null
        : `Données au ${formatDate(read.changedAt)}, actualisation en échec depuis le ${formatDate(failingSince)}.`
  };
}
