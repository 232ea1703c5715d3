import type {FigureSpec, Territoire} from "@observatoire/catalog";
import {findSurvie} from "@observatoire/findings";
import type {Published} from "../published.ts";
import {pick, roleOf} from "./base100.ts";
import {comparisons} from "./comparisons.ts";
import {figureBase} from "./figure-base.ts";
import {minimumOf, ratioReferences, readMeasure, readPeriod} from "./measure.ts";
import {lastRow, yearOf} from "./values.ts";

const ages = ["3", "5"] as const;

/** Survival at three and five years of the last cohorts observed in full, here, in the EPCIs and above. */
export function survieCourbeFigure(published: Published, territoire: Territoire, id: string): FigureSpec {
  const epcis = published.territoires.filter(({niveau}) => niveau === "epci");
  const inside = territoire.niveau === "ti" && epcis.length > 1 ? epcis : [];
  const above = comparisons(published, territoire);
  const minimum = minimumOf(published, "survie");
  const cohorts = ages.flatMap((age) => {
    const selection = {dimension: "age_survie", modalite: age};
    const row = lastRow(published, "survie", territoire, selection);
    return row ? [{age, row, selection: {...selection, ...readPeriod(published, row)}}] : [];
  });
  const [three] = cohorts;
  const five = cohorts.find(({age}) => age !== three?.age);
  const read = (whom: Territoire, cohort: (typeof cohorts)[number] | undefined) => {
    const row = cohort ? lastRow(published, "survie", whom, cohort.selection) : null;
    return row && (row.denominateur ?? minimum) >= minimum ? row : null;
  };
  const rows = [territoire, ...inside, ...above]
    .flatMap((whom) => {
      const row = read(whom, three);
      if (!row) return [];
      return [
        {
          territoire: whom.nom,
          valeur: row.valeur,
          creations: row.denominateur,
          ...(five && {cinq: read(whom, five)?.valeur ?? null}),
          role: inside.includes(whom) ? ("pair" as const) : roleOf(whom, territoire),
          statut: row.statut
        }
      ];
    })
    .sort((a, b) => (b.valeur ?? 0) - (a.valeur ?? 0));
  const periode = readPeriod(published, three?.row);
  const sentences = findSurvie({
    territoire,
    periode,
    ...readMeasure(three?.row),
    age: Number(three?.age ?? ages[0]),
    cohorte: three?.row.denominateur ?? null,
    seuil: minimum,
    references: three ? ratioReferences(published, "survie", [...above].reverse(), three.selection) : []
  });
  const told = cohorts.map(
    ({age, selection}, index) =>
      `${age} ans après pour ceux créés en ${yearOf(selection.from)}${index > 0 ? " (trait)" : ""}`
  );
  const share = {type: "nombre", unit: "pct", decimals: 1} as const;
  return {
    ...figureBase(published, {
      id,
      indicators: ["survie"],
      ...pick(sentences),
      subtitle: `Part des établissements encore actifs${told.length > 0 ? ` : ${told.join(", ")}` : ""}`,
      columns: [
        {name: "territoire", label: "Territoire", type: "texte"},
        {name: "valeur", label: `À ${three?.age ?? ages[0]} ans`, ...share},
        ...(five ? [{name: "cinq", label: `À ${five.age} ans`, ...share}] : []),
        {name: "creations", label: "Établissements créés", type: "nombre", unit: "etablissements"},
        {name: "role", label: "Rôle", type: "texte", hidden: true}
      ],
      limits: [`Sans les territoires de moins de ${minimum} créations dans l'année.`],
      rows: rows.some(({valeur}) => valeur !== null) ? rows : [],
      ...(cohorts.length > 0
        ? {whenEmpty: `Taux non affiché sous ${minimum} établissements créés dans l'année`}
        : {}),
      period: {from: cohorts.at(-1)?.row.periode_debut ?? periode.from, to: periode.to}
    }),
    kind: "barres",
    label: "territoire",
    value: "valeur",
    role: "role",
    ...(five && {mark: "cinq"})
  };
}
