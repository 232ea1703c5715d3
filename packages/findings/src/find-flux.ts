import {formatNumber, type Territoire} from "@observatoire/catalog";
import {agree} from "./agree.ts";
import {findAbsence} from "./describe-absence.ts";
import {type Finding, type Mesure, makeFinding, type Periode} from "./finding.ts";
import {nameTerritoire} from "./name-territoire.ts";
import {formatFlow} from "./periode.ts";
import {formatHectares, type Mots, quantity} from "./quantity.ts";
import {counts, minimumForComment, readMesure, tooSmall} from "./rules.ts";

export interface FluxInput {
  territoire: Territoire;
  /** What flows: establishments created, or natural, farm and forest land consumed (ha). */
  flux: "creations" | "conso_enaf" | "conso_enaf_activite";
  /** Yearly flows, oldest first; the last is the one told. */
  annees: readonly (Mesure & {periode: Periode})[];
}

const created: Mots = {singular: "établissement a été créé", plural: "établissements ont été créés"};
const land = {
  conso_enaf: "d'espaces naturels, agricoles ou forestiers",
  conso_enaf_activite: "d'espaces naturels, agricoles ou forestiers pour l'activité"
} as const;
const names = {
  creations: "le nombre de créations d'établissements",
  conso_enaf: "la consommation d'espaces naturels, agricoles et forestiers",
  conso_enaf_activite: "la consommation d'espaces pour l'activité"
} as const;
/** Years the last one is compared with: ten at most, three at least. */
const window = {most: 10, least: 3} as const;

/** The flow of the last year against the mean of the years before: "En 2024, environ 1 230 établissements ont été créés dans le territoire, contre 1 100 par an en moyenne de 2014 à 2023". */
export function findFlux({territoire, flux, annees}: FluxInput): Finding {
  const nom = nameTerritoire(territoire);
  const last = annees.at(-1);
  const reading = last ? readMesure(last, counts) : null;
  if (!last || !reading || reading.value === null) {
    const date = last ? formatFlow(last.periode) : "à ce jour";
    const genre = flux === "creations" ? "m" : "f";
    return findAbsence(`${names[flux]} ${nom.ici}`, genre, date, reading?.statut ?? "non_disponible");
  }
  const date = formatFlow(last.periode);
  const before = readBefore(annees.slice(0, -1));
  const note = reading.statut === "provisoire" ? " (valeur provisoire)" : "";
  const told = `${tell(flux, reading.value, reading.minimum)} ${nom.ici}${note}`;
  const small = flux === "creations" && before !== null && before.mean < minimumForComment.etablissements;
  const against =
    before && !small && !reading.minimum
      ? `, contre ${printMean(flux, before.mean)} par an en moyenne ${before.years}`
      : "";
  return makeFinding({
    title: `${date}, ${told}${against}`,
    reading: [
      `${date}, ${told}${against}`,
      small ? `${tooSmall} sur l'évolution de ce nombre` : null,
      "Une seule année ne fait pas une tendance"
    ],
    alt: `${names[flux]} ${nom.a}, année par année, ${formatFlow({from: annees[0]?.periode.from ?? last.periode.from, to: last.periode.to})} ; ${date}, ${told}`,
    comparison: small ? tooSmall : against === "" ? null : against.slice(2)
  });
}

function tell(flux: FluxInput["flux"], value: number, minimum: boolean): string {
  if (flux === "creations") {
    if (value === 0) return "aucun établissement n'a été créé";
    return quantity(value, created, {minimum});
  }
  if (value === 0) return `aucun hectare ${land[flux]} n'a été consommé`;
  return `${formatHectares(value, {minimum})} ${land[flux]} ${agree(value, "a été consommé", "ont été consommés")}`;
}

function printMean(flux: FluxInput["flux"], mean: number): string {
  if (flux !== "creations") return formatHectares(mean);
  return mean >= 1000
    ? `environ ${quantity(mean, created)
        .replace(/^environ /, "")
        .replace(/ établissement.*$/, "")}`
    : formatNumber(mean);
}

/** Mean of the years just before, when enough are known without a hole. */
function readBefore(annees: readonly (Mesure & {periode: Periode})[]) {
  const kept = annees.slice(-window.most);
  const values = kept.map((annee) => readMesure(annee, counts));
  const [first, last] = [kept[0], kept.at(-1)];
  if (!first || !last || kept.length < window.least) return null;
  if (values.some((value) => value.value === null || value.minimum)) return null;
  const mean = values.reduce((sum, {value}) => sum + (value ?? 0), 0) / kept.length;
  return {mean, years: `de ${first.periode.from.slice(0, 4)} à ${last.periode.from.slice(0, 4)}`};
}
