import type {Statut, Territoire} from "@observatoire/catalog";
import {agree, joinFr} from "./agree.ts";
import {findSelf, findTooSmall} from "./describe-absence.ts";
import {contractDe} from "./elide.ts";
import {type Finding, makeFinding, type Periode} from "./finding.ts";
import {nameSecteur} from "./name-secteur.ts";
import {nameTerritoire} from "./name-territoire.ts";
import {formatStockDate, than} from "./periode.ts";
import {emplois, formatIndex, quantity} from "./quantity.ts";
import {counts, isTooSmall, minimumForComment, readMesure, specificityThreshold} from "./rules.ts";

export interface Specificite {
  code: string;
  libelle: string;
  /** Weight in the territory over weight in the reference; null when it cannot be computed. */
  indice: number | null;
  /** Jobs of the sector in the territory. */
  effectif: number | null;
  statut?: Statut;
}

export interface SpecificiteInput {
  territoire: Territoire;
  periode: Periode;
  reference: Territoire;
  /** ANCT's index compares with the rest of the reference, the location quotient with the whole of it. */
  definition: "indice_specificite" | "quotient_localisation";
  secteurs: readonly Specificite[];
  /** All private jobs of the territory. */
  effectif?: number | null;
  minimumEmplois?: number;
  /** Jobs of the territory below which nothing is said, when more than the general rule. */
  seuil?: number;
}

/** Sectors that weigh most against the reference, among those with enough jobs; says so when there are none. */
export function findSpecificite(input: SpecificiteInput): Finding {
  const {territoire, periode, reference, effectif = null, seuil} = input;
  const nom = nameTerritoire(territoire);
  const date = formatStockDate(periode);
  if (reference.niveau === territoire.niveau && reference.code === territoire.code) {
    return findSelf(`la spécialisation ${nom.deLe}`);
  }
  if (typeof effectif === "number" && isTooSmall({emplois: effectif}, seuil)) {
    return findTooSmall(nom.a, quantity(effectif, emplois), "les spécialisations", date);
  }
  const there = nameElsewhere(reference, input.definition);
  const minimum = input.minimumEmplois ?? minimumForComment.emplois;
  const eligible = readSpecificites(input.secteurs, minimum);
  if (eligible.length === 0) {
    const none = `aucun secteur connu n'atteint ${minimum} emplois ${nom.ici} : les spécialisations ne se lisent pas`;
    return makeFinding({title: none, reading: [`${date}, ${none}`]});
  }
  const specific = eligible.filter(({indice}) => indice >= specificityThreshold);
  const [first, ...others] = specific;
  if (!first) {
    const none = `aucun secteur d'au moins ${minimum} emplois n'est nettement plus présent ${nom.ici} ${than(there.a)}`;
    return makeFinding({title: none, reading: [`${date}, ${none}`], comparison: `aucun secteur spécifique`});
  }
  const ratio = (secteur: Known) =>
    `la part ${contractDe(secteur.le)} est ${formatIndex(secteur.indice)} fois celle ${there.de}`;
  const also = others.slice(0, 2).map((s) => `${s.le} (${formatIndex(s.indice)} fois)`);
  const total = specific.length;
  return makeFinding({
    title: `${nom.ici}, ${ratio(first)}`,
    reading: [
      `${date}, ${nom.a}, ${ratio(first)}, avec ${quantity(first.effectif, emplois)}`,
      also.length > 0 ? `${agree(also.length, "vient", "viennent")} ensuite : ${joinFr(also)}` : null,
      total > 1
        ? `Au total, ${total} secteurs d'au moins ${minimum} emplois pèsent nettement plus ${nom.ici} ${than(there.a)} (indice de ${formatIndex(specificityThreshold)} ou plus)`
        : null
    ],
    alt: `Indice de chaque secteur par rapport ${there.au}, échelle centrée sur 1 : ${joinFr(specific.slice(0, 3).map((s) => `${s.court} ${formatIndex(s.indice)}`))}`,
    comparison: `${total} ${agree(total, "secteur spécifique", "secteurs spécifiques")} par rapport ${there.au}`
  });
}

type Known = {code: string; indice: number; effectif: number; le: string; court: string};

/** Sectors with enough jobs and an index, highest first. */
export function readSpecificites(secteurs: readonly Specificite[], minimum: number): Known[] {
  return secteurs
    .flatMap(({code, libelle, indice, effectif, statut}) => {
      const index = readMesure({valeur: indice, statut: statut ?? "connu"}, counts);
      const jobs = readMesure({valeur: effectif}, counts);
      if (index.value === null || index.minimum || jobs.value === null || jobs.value < minimum) return [];
      return [
        {
          code,
          indice: Math.round(index.value * 100) / 100,
          effectif: jobs.value,
          ...nameSecteur(code, libelle)
        }
      ];
    })
    .sort((a, b) => b.indice - a.indice || b.effectif - a.effectif);
}

/** "le reste de la France" or "la France", according to what the index compares with. */
export function nameElsewhere(reference: Territoire, definition: SpecificiteInput["definition"]) {
  const nom = nameTerritoire(reference);
  return definition === "indice_specificite"
    ? {a: `dans le reste ${nom.deLe}`, de: `du reste ${nom.deLe}`, au: `au reste ${nom.deLe}`}
    : {a: nom.a, de: `observée ${nom.a}`, au: `à l'ensemble ${nom.deLe}`};
}
