import {type FigureSpec, formatDate, type Territoire} from "@observatoire/catalog";
import {findKrugman, findPartIndustrie} from "@observatoire/findings";
import type {Published} from "../published.ts";
import {pick, roleOf} from "./base100.ts";
import {comparisons} from "./comparisons.ts";
import {figureBase, findIndicator, seuilOf} from "./figure-base.ts";
import {jobs, references} from "./references.ts";
import {lastRow, type Selection} from "./values.ts";

/** Share of industry of the territory, of its EPCIs and of the levels above, as sorted bars. */
export function comparaisonIndustrieFigure(
  published: Published,
  territoire: Territoire,
  id: string
): FigureSpec {
  return comparisonBars(published, territoire, {
    id,
    indicateur: "part_industrie",
    subtitle: "Part de l'industrie dans l'emploi salarié privé hors intérim",
    sentences: (input) => findPartIndustrie(input)
  });
}

/** Krugman's index against France: how far the sector mix is from the reference's. */
export function krugmanFigure(published: Published, territoire: Territoire, id: string): FigureSpec {
  return comparisonBars(published, territoire, {
    id,
    indicateur: "krugman",
    selection: {dimension: "a38"},
    subtitle:
      "Indice de spécificité globale (Krugman), nomenclature A38 : 0 = même structure que le reste de la France",
    sentences: (input) =>
      findKrugman({
        ...input,
        reference: comparisons(published, territoire).at(-1) ?? territoire,
        nomenclature: "A38"
      })
  });
}

interface ComparisonOptions {
  id: string;
  indicateur: string;
  subtitle: string;
  selection?: Selection;
  sentences: (input: Parameters<typeof findPartIndustrie>[0]) => {
    title: string;
    reading: string;
    alt: string;
  };
}

function comparisonBars(
  published: Published,
  territoire: Territoire,
  options: ComparisonOptions
): FigureSpec {
  const {id, indicateur, subtitle, selection = {}, sentences} = options;
  const indicator = findIndicator(published, indicateur);
  const epcis = published.territoires.filter(({niveau}) => niveau === "epci");
  const inside = territoire.niveau === "ti" && epcis.length > 1 ? epcis : [];
  const above = comparisons(published, territoire);
  const own = lastRow(published, indicateur, territoire, selection);
  const to = own?.periode_fin ?? published.date;
  const rows = [territoire, ...inside, ...above]
    .map((whom) => {
      const row = lastRow(published, indicateur, whom, {...selection, to});
      return {
        territoire: whom.nom,
        valeur: row?.valeur ?? null,
        role: inside.includes(whom) ? ("pair" as const) : roleOf(whom, territoire),
        statut: row?.statut ?? ("non_disponible" as const)
      };
    })
    .filter(({statut}) => statut !== "non_applicable")
    .sort((a, b) => (b.valeur ?? 0) - (a.valeur ?? 0));
  const written = sentences({
    territoire,
    valeur: own?.valeur ?? null,
    statut: own?.statut ?? "non_disponible",
    periode: {from: to, to},
    effectif: jobs(published, territoire, to),
    seuil: seuilOf(published, indicateur),
    references: references(published, indicateur, [...above].reverse(), {...selection, to})
  });
  return {
    ...figureBase(published, {
      id,
      indicators: [indicateur],
      ...pick(written),
      subtitle: `${subtitle}, au ${formatDate(to)}`,
      columns: [
        {name: "territoire", label: "Territoire", type: "texte"},
        {
          name: "valeur",
          label: indicator.shortTitle,
          type: "nombre",
          unit: indicator.unit,
          decimals: indicator.decimals
        },
        {name: "role", label: "Rôle", type: "texte", hidden: true}
      ],
      rows,
      period: {from: to, to}
    }),
    kind: "barres",
    label: "territoire",
    value: "valeur",
    role: "role"
  };
}
