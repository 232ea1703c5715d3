import type {Statut, Territoire} from "@observatoire/catalog";
import {agree, joinFr} from "./agree.ts";
import {isStable} from "./compare.ts";
import {findOneDate, findTooSmall} from "./describe-absence.ts";
import {
  nameElsewhere,
  readSpecificites,
  type Specificite,
  type SpecificiteInput
} from "./find-specificite.ts";
import {type Finding, makeFinding, type Periode} from "./finding.ts";
import {nameSecteur} from "./name-secteur.ts";
import {nameTerritoire} from "./name-territoire.ts";
import {formatBounds, formatYears, isOneDate} from "./periode.ts";
import {emplois, formatChange, formatIndex, quantity} from "./quantity.ts";
import {
  changes,
  isTooSmall,
  minimumForComment,
  readMesure,
  roundTenth,
  specificityThreshold
} from "./rules.ts";

export interface StructureDynamiqueInput {
  territoire: Territoire;
  periode: Periode;
  reference: Territoire;
  definition: SpecificiteInput["definition"];
  effectif?: number | null;
  minimumEmplois?: number;
  seuil?: number;
  /** `evolution`: average annual change of the sector's jobs in the territory, in %. */
  secteurs: readonly (Specificite & {evolution: number | null; statutEvolution?: Statut})[];
}

/** Which of the specialised sectors gain jobs, and which lose some. */
export function findStructureDynamique(input: StructureDynamiqueInput): Finding {
  const {territoire, periode, effectif = null, seuil} = input;
  const nom = nameTerritoire(territoire);
  if (isOneDate(periode)) return findOneDate(`l'évolution des secteurs ${nom.dici}`);
  const bounds = formatBounds(periode);
  if (typeof effectif === "number" && isTooSmall({emplois: effectif}, seuil)) {
    return findTooSmall(nom.a, quantity(effectif, emplois), "l'évolution des secteurs", bounds);
  }
  const there = nameElsewhere(input.reference, input.definition);
  const minimum = input.minimumEmplois ?? minimumForComment.emplois;
  const moving = readMoving(input, minimum);
  if (moving.length === 0) {
    const none = `aucun secteur d'au moins ${minimum} emplois n'est à la fois spécifique ${nom.dici} et suivi ${formatYears(periode)}`;
    return makeFinding({title: none, reading: [none]});
  }
  const up = moving.filter(({rate}) => rate > 0 && !isStable(rate));
  const down = moving.filter(({rate}) => rate < 0 && !isStable(rate)).reverse();
  const flat = moving.length - up.length - down.length;
  const list = (items: typeof moving) =>
    joinFr(items.slice(0, 3).map(({le, rate}) => `${le} (${formatChange(rate)} par an)`)) +
    (items.length > 3 ? ", entre autres" : "");
  const counted = tellCounts(moving.length, up.length, down.length, flat);
  return makeFinding({
    title: `${formatYears(periode)}, ${counted} ${nom.ici}`,
    reading: [
      `${bounds}, ${counted} ${nom.a}`,
      up.length > 0 ? `en hausse : ${list(up)}` : null,
      down.length > 0 ? `en baisse : ${list(down)}` : null,
      `un secteur est dit spécifique quand il pèse au moins ${formatIndex(specificityThreshold)} fois ce qu'il pèse ${there.a} et compte au moins ${minimum} emplois`
    ],
    alt: `Indice de spécificité et évolution annuelle des secteurs : ${up.length} ${agree(up.length, "secteur spécifique en hausse", "secteurs spécifiques en hausse")}, ${down.length} en baisse, ${flat} ${agree(flat, "stable", "stables")}`,
    comparison: null
  });
}

function readMoving(input: StructureDynamiqueInput, minimum: number) {
  return readSpecificites(input.secteurs, minimum)
    .filter(({indice}) => indice >= specificityThreshold)
    .flatMap((secteur) => {
      const source = input.secteurs.find(({code}) => code === secteur.code);
      const rate = readMesure(
        {valeur: source?.evolution ?? null, statut: source?.statutEvolution ?? "connu"},
        changes
      );
      return rate.value === null || rate.minimum
        ? []
        : [{...nameSecteur(secteur.code, source?.libelle ?? ""), rate: roundTenth(rate.value)}];
    })
    .sort((a, b) => b.rate - a.rate);
}

function tellCounts(total: number, up: number, down: number, flat: number): string {
  if (total === 1) {
    return up
      ? "le seul secteur spécifique gagne des emplois"
      : down
        ? "le seul secteur spécifique perd des emplois"
        : "le seul secteur spécifique est stable";
  }
  if (up === total) return `les ${total} secteurs spécifiques gagnent tous des emplois`;
  if (down === total) return `les ${total} secteurs spécifiques perdent tous des emplois`;
  if (flat === total) return `les ${total} secteurs spécifiques sont tous stables`;
  const parts = [
    up > 0 ? `${up} ${agree(up, "gagne", "gagnent")} des emplois` : null,
    down > 0 ? `${down} en ${agree(down, "perd", "perdent")}` : null,
    flat > 0 ? `${flat} ${agree(flat, "est stable", "sont stables")}` : null
  ].filter((part): part is string => part !== null);
  return `sur ${total} secteurs spécifiques, ${joinFr(parts)}`.replace(
    /^(sur \d+ secteurs spécifiques, \d+) en (perd|perdent) /,
    "$1 $2 des emplois "
  );
}
