import {
  type FigureSpec,
  formatDate,
  hasValue,
  type IndicatorRow,
  type Territoire
} from "@observatoire/catalog";
import {findConcentrationEmploi, findRapport, formatIntervalle, nameTerritoire} from "@observatoire/findings";
import type {Published} from "../published.ts";
import {pick} from "./base100.ts";
import {figureBase} from "./figure-base.ts";
import {minimumOf} from "./measure.ts";
import {niveauxBarres} from "./niveaux-barres.ts";
import {lastPeriod, lastRow} from "./values.ts";

const indicateur = "concentration_emploi";
const order = ["top_1", "top_5", "top_10", "part_50", "part_250"];

/** Weight of the largest employers, each as the interval that the size bands leave. */
export function concentrationFigure(published: Published, territoire: Territoire, id: string): FigureSpec {
  const read = (modalite: string) =>
    lastRow(published, indicateur, territoire, {dimension: "concentration", modalite});
  const to = read("top_1")?.periode_fin ?? lastPeriod(published, indicateur) ?? published.date;
  const names = published.modalites.concentration ?? {};
  const interval = (modalite: string) => {
    const row = read(modalite);
    return row && hasValue(row.statut) && (row.valeur_min ?? row.valeur_max) !== null
      ? {min: row.valeur_min, max: row.valeur_max}
      : null;
  };
  const hhi = lastRow(published, "concentration_hhi", territoire, {to});
  const sentences = findConcentrationEmploi({
    territoire,
    periode: {from: to, to},
    employeurs: read("top_1")?.denominateur ?? null,
    seuil: minimumOf(published, indicateur),
    premier: interval("top_1"),
    cinqPremiers: interval("top_5"),
    dixPremiers: interval("top_10"),
    plus50: interval("part_50"),
    hhi: hhi && hasValue(hhi.statut) ? {min: hhi.valeur_min, max: hhi.valeur_max} : null
  });
  const rows = order.flatMap((modalite) => {
    const row = read(modalite);
    return row
      ? [
          {
            libelle: names[modalite]?.court ?? modalite,
            min: hasValue(row.statut) ? row.valeur_min : null,
            max: hasValue(row.statut) ? row.valeur_max : null,
            statut: row.statut
          }
        ]
      : [];
  });
  return {
    ...figureBase(published, {
      id,
      indicators: hhi ? [indicateur, "concentration_hhi"] : [indicateur],
      ...pick(sentences),
      subtitle: `Part des salariés des établissements employeurs de Sirene réunie par les plus grands, ${nameTerritoire(territoire).a}, au ${formatDate(to)}`,
      columns: [
        {name: "libelle", label: "Établissements", type: "texte"},
        {name: "min", label: "Au moins", type: "nombre", unit: "pct", rounding: "floor"},
        {name: "max", label: "Au plus", type: "nombre", unit: "pct", rounding: "ceil"}
      ],
      rows,
      period: {from: to, to}
    }),
    kind: "intervalles",
    label: "libelle",
    min: "min",
    max: "max"
  };
}

/** Jobs in establishments whose head office is outside the perimeter: a proxy of where decisions are taken. */
export function siegeFigure(published: Published, territoire: Territoire, id: string): FigureSpec {
  const minimum = minimumOf(published, "siege_exterieur");
  return niveauxBarres(published, territoire, {
    id,
    indicateur: "siege_exterieur",
    selection: {dimension: "ponderation", modalite: "effectif"},
    subtitle: `Part des salariés (proxy : centre des tranches d'effectif) dont l'établissement a son siège hors ${nameTerritoire(territoire).dici}`,
    references: () => [],
    sentences: ({row, references: _none, ...input}) =>
      findRapport({
        ...input,
        mesure: {
          le: "la part des salariés dont l'établissement a son siège à l'extérieur (proxy)",
          genre: "f",
          unit: "pct"
        },
        assise: {
          valeur: row?.denominateur ?? null,
          seuil: minimum,
          mots: {singular: "établissement employeur", plural: "établissements employeurs"}
        },
        motif: row?.motif ?? null,
        notes: [
          tellInterval(row),
          "ce proxy lit la commune du siège, et non le groupe : un siège local peut dépendre d'un groupe extérieur"
        ]
      })
  });
}

/** The size bands leave an interval around the centre. */
function tellInterval(row: IndicatorRow | null): string | null {
  const interval = row ? formatIntervalle({min: row.valeur_min, max: row.valeur_max}) : null;
  return interval && interval !== "aucun"
    ? `les tranches d'effectif ne laissent qu'un intervalle : ${interval}`
    : null;
}
