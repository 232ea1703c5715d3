import {formatNumber, type Territoire} from "@observatoire/catalog";
import {agree} from "./agree.ts";
import {findAbsence, findTooSmall} from "./describe-absence.ts";
import {type Finding, makeFinding, type Periode} from "./finding.ts";
import {nameTerritoire} from "./name-territoire.ts";
import {formatStockDate} from "./periode.ts";
import {etablissements, quantity} from "./quantity.ts";
import {isTooSmall} from "./rules.ts";

/** Bounds of a share, 0–100; an unknown bound is null. */
export interface Intervalle {
  min: number | null;
  max: number | null;
}

export interface ConcentrationInput {
  territoire: Territoire;
  periode: Periode;
  /** Employer establishments: what the shares rest on. */
  employeurs?: number | null;
  premier: Intervalle | null;
  cinqPremiers: Intervalle | null;
  dixPremiers?: Intervalle | null;
  plus50?: Intervalle | null;
  /** Herfindahl's index, 0 to 1. */
  hhi?: Intervalle | null;
  seuil?: number;
}

/** An interval read as one: "entre 12 et 25 %", "au plus 25 %", "au moins 12 %"; null when it says nothing. Bounds are widened to whole percents. */
export function formatIntervalle(intervalle: Intervalle | null | undefined): string | null {
  if (!intervalle) return null;
  const {min, max} = intervalle;
  const [low, high] = [
    min !== null && Number.isFinite(min) ? Math.max(0, Math.floor(min + 1e-9)) : 0,
    max !== null && Number.isFinite(max) ? Math.min(100, Math.ceil(max - 1e-9)) : 100
  ];
  if (low > high || (low === 0 && high === 100)) return null;
  if (low === high) return low === 0 ? "aucun" : `environ ${formatNumber(low)}\u00a0%`;
  if (low === 0) return `au plus ${formatNumber(high)}\u00a0%`;
  if (high === 100) return `au moins ${formatNumber(low)}\u00a0%`;
  return `entre ${formatNumber(low)} et ${formatNumber(high)}\u00a0%`;
}

/** Weight of the largest employers, as intervals: "Le premier employeur réunit entre 12 et 25 % des salariés …". */
export function findConcentrationEmploi(input: ConcentrationInput): Finding {
  const {territoire, periode, employeurs = null, premier, cinqPremiers, dixPremiers, plus50, seuil} = input;
  const nom = nameTerritoire(territoire);
  const date = formatStockDate(periode);
  if (typeof employeurs === "number" && isTooSmall({etablissements: employeurs}, seuil)) {
    return findTooSmall(nom.a, quantity(employeurs, etablissements), "la concentration de l'emploi", date);
  }
  const [one, five, ten, big] = [premier, cinqPremiers, dixPremiers, plus50].map(formatIntervalle);
  const verb = (text: string, plural: boolean) =>
    text === "aucun"
      ? plural
        ? "ne réunissent aucun"
        : "ne réunit aucun"
      : `${agree(plural ? 2 : 1, "réunit", "réunissent")} ${text} des salariés`;
  const parts = [
    one ? `le premier établissement employeur ${tellOf(verb(one, false), nom.dici)}` : null,
    five ? `les cinq premiers ${one ? verbShort(five) : tellOf(verb(five, true), nom.dici)}` : null
  ].filter((part): part is string => part !== null);
  const more = [
    ten ? `les dix premiers ${tellOf(verb(ten, true), nom.dici)}` : null,
    big ? `les établissements de 50 salariés et plus ${tellOf(verb(big, true), nom.dici)}` : null,
    tellHhi(input.hhi)
  ];
  if (parts.length === 0) {
    const wide = more.find((part) => part !== null);
    if (!wide) {
      return findAbsence(`la concentration de l'emploi ${nom.dici}`, "f", date, "non_disponible");
    }
    return makeFinding({title: wide, reading: [`${date}, ${wide}`, rule]});
  }
  const told = parts.join(", ");
  return makeFinding({
    title: told,
    reading: [`${date}, ${told}`, ...more, rule],
    alt: `Intervalles de la part des salariés réunie par les plus grands établissements ${nom.de}, ${date} : ${told}`,
    comparison: one && one !== "aucun" ? `${one} des salariés pour le premier` : null
  });
}

const rule =
  "Sirene ne donne qu'une tranche d'effectif : la part réelle est dans l'intervalle, à une place inconnue";

const tellOf = (predicate: string, place: string) =>
  /aucun$/.test(predicate) ? `${predicate} salarié ${place}` : `${predicate} ${place}`;

const verbShort = (text: string) => (text === "aucun" ? "aucun" : text);

/** Herfindahl's index as an interval; nothing when it is not bounded. */
function tellHhi(hhi: Intervalle | null | undefined): string | null {
  if (!hhi || hhi.min === null || hhi.max === null) return null;
  if (!(hhi.min >= 0 && hhi.max <= 1 && hhi.min <= hhi.max)) return null;
  const [low, high] = [Math.floor(hhi.min * 1000) / 1000, Math.ceil(hhi.max * 1000) / 1000];
  const print = (value: number) => formatNumber(value, {decimals: 3});
  return `l'indice de Herfindahl, de 0 (emploi très dispersé) à 1 (un seul employeur), est entre ${print(low)} et ${print(high)}`;
}
