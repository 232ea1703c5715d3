import {hasValue, statuts} from "@observatoire/catalog";
import {daysBetween} from "./calendar-day.ts";
import type {Objectif, Plan} from "./plan.ts";
import type {EmploisProjet, Observations, SuiviObjectif} from "./suivi.ts";

/** A value within two hundredths of the way from its trajectory is on it: figures are not known more finely. */
const tolerance = 0.02;

/** State of each target: baseline, trajectory by a straight line, current value. */
export function followObjectifs(
  plan: Plan,
  {observations, dateLabel}: {observations: Observations; dateLabel: string | null}
): SuiviObjectif[] {
  return plan.objectifs.map((objectif) => {
    const serie =
      objectif.indicateur === null
        ? ownSeries(objectif)
        : observations.valeurs(objectif.indicateur, objectif.dimension ?? "total", objectif.modalite ?? "_T");
    const known = serie.filter(({valeur}) => valeur !== null);
    const before = known.filter(({date}) => dateLabel !== null && date <= dateLabel).at(-1);
    const reference = objectif.reference_valeur ?? before?.valeur ?? null;
    const referenceDate =
      objectif.reference_valeur === null ? (before?.date ?? null) : objectif.reference_date;
    const last = known.at(-1);
    const latest = serie.at(-1);
    const value = last?.valeur ?? null;
    const way = reference === null ? null : objectif.cible_valeur - reference;
    const line = onLine(objectif, {reference, referenceDate, date: last?.date ?? null});
    return {
      objectif_id: objectif.id,
      reference_valeur: reference,
      reference_date: referenceDate,
      cible_valeur: objectif.cible_valeur,
      cible_date: objectif.cible_date,
      valeur: value,
      valeur_date: last?.date ?? null,
      statut: last?.statut ?? latest?.statut ?? "non_disponible",
      trajectoire: line,
      chemin:
        way === null || way === 0 || value === null
          ? null
          : Math.round((1000 * (value - reference!)) / way) / 10,
      position: positionOf(objectif, value, line, way),
      origine: objectif.indicateur === null ? "programme" : "observatoire",
      fiabilite:
        objectif.indicateur === null
          ? (objectif.fiabilite ?? "non précisée")
          : last && hasValue(last.statut)
            ? statuts[last.statut].label
            : statuts.non_disponible.label,
      serie: [...serie]
    };
  });
}

/** Baseline and current value of a target followed by hand. */
function ownSeries({reference_valeur, reference_date, valeur, valeur_date}: Objectif) {
  const points = [
    {date: reference_date, valeur: reference_valeur},
    {date: valeur_date, valeur}
  ];
  return points.flatMap(({date, valeur: value}) =>
    date === null || value === null ? [] : [{date, valeur: value, statut: "connu" as const}]
  );
}

function onLine(
  {cible_valeur, cible_date}: Objectif,
  {
    reference,
    referenceDate,
    date
  }: {reference: number | null; referenceDate: string | null; date: string | null}
): number | null {
  if (reference === null || referenceDate === null || date === null) return null;
  const length = daysBetween(referenceDate, cible_date);
  if (length <= 0) return null;
  const share = Math.min(1, Math.max(0, daysBetween(referenceDate, date) / length));
  return reference + (cible_valeur - reference) * share;
}

function positionOf(
  {sens, cible_valeur}: Objectif,
  value: number | null,
  line: number | null,
  way: number | null
): SuiviObjectif["position"] {
  if (value === null) return "indéterminé";
  if (sens === "stabilité") return value === cible_valeur ? "atteint" : "indéterminé";
  const sign = sens === "hausse" ? 1 : -1;
  if (sign * (value - cible_valeur) >= 0) return "atteint";
  if (line === null || way === null) return "indéterminé";
  const gap = sign * (value - line);
  if (Math.abs(gap) <= Math.abs(way) * tolerance) return "dans la trajectoire";
  return gap > 0 ? "en avance" : "en deçà";
}

/** Declared jobs of each project beside the workforce class of its establishment: an interval, attributed to nothing. */
export function compareJobs(plan: Plan, {effectif}: Observations): EmploisProjet[] {
  return plan.projets_industriels.map(({id, siret, emplois_declares}) => {
    const seen = siret === null ? null : effectif(siret);
    return {
      projet_id: id,
      siret,
      declares: emplois_declares,
      observes_min: seen?.min ?? null,
      observes_max: seen?.max ?? null,
      annee: seen?.annee ?? null,
      statut: siret === null ? "non_applicable" : (seen?.statut ?? "non_disponible")
    };
  });
}
