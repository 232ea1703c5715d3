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
  const rows = cohorts.flatMap(({age, selection}) =>
    [territoire, ...inside, ...above]
      .flatMap((whom) => {
        const row = lastRow(published, "survie", whom, selection);
        if ((row?.denominateur ?? minimum) < minimum) return [];
        return [
          {
            libelle: `${whom.nom}, ${age} ans`,
            valeur: row?.valeur ?? null,
            cohorte: yearOf(selection.from),
            creations: row?.denominateur ?? null,
            role: inside.includes(whom) ? ("pair" as const) : roleOf(whom, territoire),
            statut: row?.statut ?? ("non_disponible" as const)
          }
        ];
      })
      .sort((a, b) => (b.valeur ?? 0) - (a.valeur ?? 0))
  );
  const [three] = cohorts;
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
  const told = cohorts.map(({age, selection}) => `${age} ans pour ceux créés en ${yearOf(selection.from)}`);
  return {
    ...figureBase(published, {
      id,
      indicators: ["survie"],
      ...pick(sentences),
      subtitle: `Part des établissements encore actifs après leur création${told.length > 0 ? ` : ${told.join(", ")}` : ""} (dernières cohortes complètes)`,
      columns: [
        {name: "libelle", label: "Territoire et durée", type: "texte"},
        {name: "valeur", label: "Encore actifs", type: "nombre", unit: "pct", decimals: 1},
        {name: "cohorte", label: "Créés en", type: "annee"},
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
    label: "libelle",
    value: "valeur",
    role: "role"
  };
}
