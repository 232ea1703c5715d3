import type {Statut, Territoire} from "@observatoire/catalog";
import {agree} from "./agree.ts";
import {findAbsence, findTooSmall} from "./describe-absence.ts";
import {contractDe} from "./elide.ts";
import {type Finding, makeFinding, type Periode} from "./finding.ts";
import {nameSecteur} from "./name-secteur.ts";
import {nameTerritoire} from "./name-territoire.ts";
import {formatStockDate, than} from "./periode.ts";
import {emplois, formatMinimumShare, formatPoints, formatShare, quantity} from "./quantity.ts";
import {isTooSmall, percentages, readMesure, roundTenth, shareThresholds, subtractPrinted} from "./rules.ts";

export interface PartSecteur {
  /** Code of the nomenclature ("industrie", "CA") and its label. */
  code: string;
  libelle: string;
  /** Share of the jobs of the territory, 0–100. */
  part: number | null;
  /** Share in the reference. */
  partReference?: number | null;
  statut?: Statut;
}

export interface GrandsSecteursInput {
  territoire: Territoire;
  periode: Periode;
  /** All private jobs of the territory. */
  effectif?: number | null;
  secteurs: readonly PartSecteur[];
  reference?: Territoire | null;
  /** Jobs below which nothing is said, when more than the general rule. */
  seuil?: number;
}

/** The largest sector, then those most over- and under-represented against the reference. */
export function findGrandsSecteurs(input: GrandsSecteursInput): Finding {
  const {territoire, periode, effectif = null} = input;
  const nom = nameTerritoire(territoire);
  const date = formatStockDate(periode);
  if (typeof effectif === "number" && isTooSmall({emplois: effectif}, input.seuil)) {
    return findTooSmall(nom.a, quantity(effectif, emplois), "la répartition par secteur", date);
  }
  const known = input.secteurs
    .flatMap((secteur) => {
      const part = readMesure({valeur: secteur.part, statut: secteur.statut ?? "connu"}, percentages);
      return part.value === null
        ? []
        : [
            {
              ...secteur,
              part: part.value,
              minimum: part.minimum,
              ...nameSecteur(secteur.code, secteur.libelle)
            }
          ];
    })
    .sort((a, b) => b.part - a.part);
  if (!known[0] || known[0].part === 0) {
    return findAbsence(`la répartition par secteur ${nom.dici}`, "f", date, "non_disponible");
  }
  const gaps = readGaps(input, known);
  const missing = input.secteurs.length - known.length;
  const partial = missing > 0 || known.some(({minimum}) => minimum);
  const lead = (partial ? "parmi les secteurs connus, " : "") + tellLead(known, nom.dici);
  return makeFinding({
    title: gaps.overIsFirst ? `${lead}, ${gaps.overIsFirst}` : gaps.over ? `${lead} ; ${gaps.over}` : lead,
    reading: [
      gaps.overIsFirst ? `${date}, ${lead}, ${gaps.overIsFirst}` : `${date}, ${lead}`,
      gaps.overIsFirst ? null : gaps.over,
      gaps.under,
      gaps.none,
      missing > 0
        ? `${missing} ${agree(missing, "secteur n'est pas connu", "secteurs ne sont pas connus")}`
        : null
    ],
    alt: `Répartition des emplois salariés privés ${nom.dici} : ${known
      .slice(0, 3)
      .map((s) => `${s.court} ${formatShare(s.part)}`)
      .join(", ")}`,
    comparison: gaps.over ?? gaps.under ?? gaps.none
  });
}

type Known = PartSecteur & {part: number; minimum: boolean; le: string; pluriel: boolean};

/** The first sector, or those that print the same share. */
function tellLead(known: readonly Known[], place: string): string {
  const [first, second] = known;
  if (!first) return "";
  const share = `${first.minimum ? formatMinimumShare(first.part) : formatShare(first.part)} des emplois salariés privés`;
  const ties = known.filter(({part}) => roundTenth(part) === roundTenth(first.part)).length;
  if (ties > 2) return `${ties} secteurs arrivent en tête ${place}, avec chacun ${share}`;
  if (ties === 2 && second) {
    return `${first.le} et ${second.le} sont les deux premiers secteurs ${place}, avec chacun ${share}`;
  }
  return `${first.le} ${agree(first.pluriel ? 2 : 1, "est", "sont")} le premier secteur ${place}, avec ${share}`;
}

function readGaps({territoire, reference}: GrandsSecteursInput, known: readonly Known[]) {
  const nothing = {over: null, overIsFirst: null, under: null, none: null};
  if (!reference || (reference.niveau === territoire.niveau && reference.code === territoire.code))
    return nothing;
  const {a} = nameTerritoire(reference);
  const gaps = known
    .flatMap((secteur) => {
      const there = readMesure({valeur: secteur.partReference ?? null}, percentages);
      return there.value === null || secteur.minimum
        ? []
        : [{secteur, gap: subtractPrinted(secteur.part, there.value)}];
    })
    .sort((x, y) => y.gap - x.gap);
  if (gaps.length === 0) return nothing;
  const tell = (index: number, more: "plus" | "moins") => {
    const found = gaps.at(index);
    const sign = more === "plus" ? 1 : -1;
    if (!found || found.gap * sign <= shareThresholds.comparable) return null;
    return `la part ${contractDe(found.secteur.le)} est ${more === "plus" ? "supérieure" : "inférieure"} de ${formatPoints(found.gap)} à celle observée ${a}`;
  };
  const over = tell(0, "plus");
  const under = tell(-1, "moins");
  const [most] = gaps;
  const single = known.filter(({part}) => roundTenth(part) === roundTenth(known[0]?.part ?? 0)).length === 1;
  return {
    over,
    overIsFirst:
      over && single && most && most.secteur === known[0]
        ? `${formatPoints(most.gap)} de plus ${than(a)}`
        : null,
    under,
    none: over || under ? null : `aucun secteur ne pèse nettement plus ou moins ${than(a)}`
  };
}
