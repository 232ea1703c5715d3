import {formatCell, formatDate, formatPeriod, formatValue} from "@observatoire/catalog";
import type {FrozenIndicator, FrozenValues} from "./freeze-values.ts";

/** Why a figure is not what the last session saw, in words. */
export const motifs = {
  simulation: "données réelles et simulées",
  perimetre: "périmètre",
  methode: "méthode",
  evolution: "nouveau millésime : évolution réelle",
  revision: "révision par le producteur",
  inexpliquee: "sans cause trouvée"
} as const;

export interface ValueChange {
  indicateur: string;
  title: string;
  motif: keyof typeof motifs;
  phrase: string;
}

/** What changed in the main values of the perimeter between two sessions, with the first reason that holds. */
export function compareValues(before: FrozenValues, after: FrozenValues): ValueChange[] {
  const samePerimeter = before.communes.join() === after.communes.join();
  const former = new Map(before.indicateurs.map((one) => [one.id, one]));
  return after.indicateurs.flatMap((indicator) => {
    const old = former.get(indicator.id);
    if (!old) return [];
    return compareIndicator(old, indicator, samePerimeter);
  });
}

function compareIndicator(old: FrozenIndicator, now: FrozenIndicator, samePerimeter: boolean): ValueChange[] {
  const [was, is] = [lastTotal(old), lastTotal(now)];
  if (!was || !is) return [];
  const sameText = tell(old, was) === tell(now, is);
  if (was.debut === is.debut && was.fin === is.fin && sameText) return [];
  const change = (motif: keyof typeof motifs, phrase: string): ValueChange => ({
    indicateur: now.id,
    title: now.title,
    motif,
    phrase
  });
  const simulated = (one: FrozenIndicator) => one.sources.some(({simulee}) => simulee);
  const moved = `${tell(now, is)} (${formatPeriod(is.debut, is.fin)}), contre ${tell(old, was)} (${formatPeriod(was.debut, was.fin)})`;
  if (simulated(old) !== simulated(now)) return [change("simulation", moved)];
  if (!samePerimeter) return [change("perimetre", moved)];
  if (old.methode !== now.methode) return [change("methode", moved)];
  if (is.fin > was.fin) {
    // The value then shown may have been revised too: the real change is read within the new vintage.
    const again = now.valeurs.find(
      (row) => row.dimension === "total" && row.debut === was.debut && row.fin === was.fin
    );
    const revised =
      again && tell(now, again) !== tell(old, was)
        ? ` ; la valeur au ${formatDate(was.fin)} est révisée à ${tell(now, again)}`
        : "";
    const real =
      again?.valeur != null && is.valeur !== null
        ? ` ; évolution réelle : ${formatValue(is.valeur - again.valeur, now.unit === "pct" ? "points" : now.unit, {decimals: now.decimals, signed: true})}`
        : "";
    return [change("evolution", `${moved}${revised}${real}`)];
  }
  const newFile = now.sources.some(
    ({id, sha256}) => old.sources.find((one) => one.id === id)?.sha256 !== sha256
  );
  return [change(newFile ? "revision" : "inexpliquee", moved)];
}

type Value = FrozenIndicator["valeurs"][number];

function lastTotal({valeurs}: FrozenIndicator): Value | undefined {
  return valeurs
    .filter(({dimension}) => dimension === "total")
    .sort((a, b) => a.fin.localeCompare(b.fin) || a.debut.localeCompare(b.debut))
    .at(-1);
}

const tell = ({unit, decimals}: FrozenIndicator, {valeur, statut}: Value): string =>
  formatCell(valeur, statut, unit, {decimals});
