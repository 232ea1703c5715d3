import {joinFr} from "./agree.ts";
import {compareShareOrExtreme, tellSame} from "./compare.ts";
import {findAbsence, findTooSmall} from "./describe-absence.ts";
import {type Finding, makeFinding, type Reference, type Sujet} from "./finding.ts";
import {nameTerritoire} from "./name-territoire.ts";
import {formatStockDate} from "./periode.ts";
import {emplois, formatMinimumShare, formatShare, quantity} from "./quantity.ts";
import {isTooSmall, keepComparable, percentages, readMesure} from "./rules.ts";

export interface PartIndustrieInput extends Sujet {
  /** All private jobs of the territory: what the share rests on. */
  effectif?: number | null;
  references?: readonly Reference[];
}

/** Share of industry (0–100) in private jobs, against the references: "L'industrie pèse 12,4 % …, 2,1 points de moins qu'en France". */
export function findPartIndustrie(input: PartIndustrieInput): Finding {
  const {territoire, periode, effectif = null, references = [], seuil} = input;
  const nom = nameTerritoire(territoire);
  const date = formatStockDate(periode);
  const share = readMesure(input, percentages);
  if (effectif === 0) {
    return findTooSmall(nom.a, quantity(0, emplois), "la part de l'industrie", date);
  }
  if (share.value === null) {
    return findAbsence(`la part de l'industrie ${nom.ici}`, "f", date, share.statut);
  }
  if (typeof effectif === "number" && isTooSmall({emplois: effectif}, seuil)) {
    return findTooSmall(nom.a, quantity(effectif, emplois), "la part de l'industrie", date);
  }
  const printed = share.minimum ? formatMinimumShare(share.value) : formatShare(share.value);
  const kept = keepComparable(input, references, percentages);
  const first = kept[0] ? `, ${compareShareOrExtreme(share.value, kept[0])}` : "";
  const weighs = tellWeight(share.value, printed);
  const others = kept.map(
    (reference) => `${formatShare(reference.valeur)} ${nameTerritoire(reference.territoire).a}`
  );
  return makeFinding({
    title: `${weighs} ${nom.ici}${first}`,
    reading: [
      `${date}, ${weighs} hors intérim ${nom.a}${first}`,
      tellSame("la même part", kept.slice(1), formatShare)
    ],
    alt: `Part de l'industrie dans les emplois salariés privés : ${joinFr([`${printed} ${nom.ici}`, ...others])}`,
    comparison: kept[0] ? compareShareOrExtreme(share.value, kept[0]) : null
  });
}

function tellWeight(share: number, printed: string): string {
  if (share === 0) return "l'industrie n'emploie aucun salarié du privé";
  if (share === 100) return "tous les emplois salariés privés relèvent de l'industrie";
  return `l'industrie pèse ${printed} des emplois salariés privés`;
}
