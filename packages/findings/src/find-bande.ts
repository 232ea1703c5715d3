import type {Unit} from "@observatoire/catalog";
import {formatOrdinal} from "./agree.ts";
import {findAbsence} from "./describe-absence.ts";
import {elide} from "./elide.ts";
import {type Finding, makeFinding, type Sujet} from "./finding.ts";
import {formatMesure} from "./format-mesure.ts";
import {nameTerritoire} from "./name-territoire.ts";
import {formatBounds} from "./periode.ts";
import {readMesure} from "./rules.ts";

export interface BandeInput extends Sujet {
  /** What is measured, with its article: "la part de l'industrie". */
  mesure: {le: string; genre: "m" | "f"; unit: Unit};
  /** Values of the other territories; unknown ones (null) are counted apart. */
  autres: readonly (number | null)[];
  /** What they are. Default: "Territoires d'industrie". */
  parmi?: string;
}

/** Below this number of others a place is not worth a quarter. */
const minimumOthers = 8;

/** Place of a territory among all the others, in quarters; the rank comes second. */
export function findBande(input: BandeInput): Finding {
  const {territoire, periode, mesure, parmi = "Territoires d'industrie"} = input;
  const nom = nameTerritoire(territoire);
  const date = formatBounds(periode);
  const own = readMesure(input);
  if (own.value === null || own.minimum) {
    return findAbsence(
      `${mesure.le} ${nom.ici}`,
      mesure.genre,
      date,
      own.value === null ? own.statut : "non_disponible"
    );
  }
  const value = own.value;
  const others = input.autres.filter((other): other is number => other !== null && Number.isFinite(other));
  const printed = formatMesure(value, mesure.unit);
  const level = `${mesure.le} est ${elide("de", printed)} ${nom.ici}`;
  if (others.length === 0) {
    return makeFinding({
      title: level,
      reading: [`${date}, ${level}`, `aucun autre territoire n'est disponible pour la comparaison`]
    });
  }
  const below = others.filter((other) => other < value).length;
  const above = others.filter((other) => other > value).length;
  const n = others.length + 1;
  const place = tellPlace(below, above, n, parmi);
  const rank =
    below + above === 0 || others.length < minimumOthers
      ? null
      : `au ${formatOrdinal(above + 1)} rang sur ${n} par ordre décroissant`;
  const missing = input.autres.length - others.length;
  return makeFinding({
    title: `${level}, ${place}`,
    reading: [
      `${date}, ${mesure.le} est ${elide("de", printed)} ${nom.a}, ${place}${rank ? `, ${rank}` : ""}`,
      missing > 0
        ? `${missing === 1 ? "un territoire dont la valeur n'est pas connue n'est pas compté" : `${missing} territoires dont la valeur n'est pas connue ne sont pas comptés`}`
        : null
    ],
    alt: `${nom.sujetCourt} et ${others.length === 1 ? "un autre territoire, rangés" : `${others.length} autres ${parmi}, rangés`} selon ${mesure.le}, ${elide("de", formatMesure(Math.min(value, ...others), mesure.unit))} à ${formatMesure(Math.max(value, ...others), mesure.unit)} ; ${nom.ici} : ${printed}`,
    comparison: place
  });
}

function tellPlace(below: number, above: number, n: number, parmi: string): string {
  if (below + above === 0 && n === 2) return "comme dans l'autre territoire comparé";
  if (below + above === 0) return `comme dans les ${n - 1} autres ${parmi}`;
  if (n - 1 < minimumOthers) {
    return `au ${formatOrdinal(above + 1)} rang sur ${n} par ordre décroissant`;
  }
  const share = (below + (n - 1 - below - above) / 2) / (n - 1);
  const quarter =
    share >= 0.75
      ? "le quart le plus haut"
      : share >= 0.5
        ? "la moitié haute"
        : share >= 0.25
          ? "la moitié basse"
          : "le quart le plus bas";
  return `dans ${quarter} face aux ${n - 1} autres ${parmi}`;
}
