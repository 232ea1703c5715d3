import {findRapport} from "./find-rapport.ts";
import type {Finding, Reference, Sujet} from "./finding.ts";
import {formatMesure} from "./format-mesure.ts";
import {quantity, ventes} from "./quantity.ts";

export interface PrixInput extends Sujet {
  /** "des locaux d'activité", "des terrains". */
  quoi: string;
  /** Sales the median rests on. */
  nombre: number | null;
  /** First and third quartiles. */
  quartiles: readonly [number | null, number | null];
  references?: readonly Reference[];
  motif?: string | null;
}

/** Median price per m², with its number of sales and its quartiles; masked under the threshold, which is said. */
export function findPrix({quoi, nombre, quartiles, ...input}: PrixInput): Finding {
  const [low, high] = quartiles;
  return findRapport({
    ...input,
    mesure: {le: `le prix médian ${quoi}`, genre: "m", unit: "eur_m2"},
    notes: [
      nombre !== null && nombre > 0 ? `la médiane repose sur ${quantity(nombre, ventes)}` : null,
      low !== null && high !== null && low >= 0 && Number.isFinite(high) && low <= high
        ? `la moitié des ventes se situe entre ${formatMesure(low, "eur_m2")} et ${formatMesure(high, "eur_m2")}`
        : null
    ]
  });
}
