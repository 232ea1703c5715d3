import {type FigureSpec, formatPeriod, type Role, type Territoire} from "@observatoire/catalog";
import {findBase100, nameTerritoire} from "@observatoire/findings";
import type {Published} from "../published.ts";
import {fewComparisons} from "./comparisons.ts";
import {figureBase, seuilOf} from "./figure-base.ts";
import {labelMark} from "./lignes-niveaux.ts";
import {references, smallestJobs} from "./references.ts";
import {lastRow, selectRows, yearOf} from "./values.ts";

/** Jobs since the first year, 100 at the start, against the levels above; the label date as a thin rule. */
export function base100Figure(published: Published, territoire: Territoire, id: string): FigureSpec {
  const others = fewComparisons(published, territoire);
  const drawn = [territoire, ...others].flatMap((whom) =>
    selectRows(published, "effectif_base100", whom).map((row) => ({
      territoire: whom.nom,
      annee: yearOf(row.periode_fin),
      valeur: row.valeur,
      role: roleOf(whom, territoire),
      statut: row.statut
    }))
  );
  const last = lastRow(published, "effectif_base100", territoire);
  const first = selectRows(published, "effectif_base100", territoire)[0];
  const periode = {from: first?.periode_fin ?? published.date, to: last?.periode_fin ?? published.date};
  const effectif = smallestJobs(published, territoire, periode);
  const seuil = seuilOf(published, "effectif_base100");
  const sentences = findBase100({
    territoire,
    periode,
    valeur: last?.valeur ?? null,
    statut: last?.statut ?? "non_disponible",
    effectif,
    seuil,
    references: references(published, "effectif_base100", [...others].reverse(), {to: periode.to})
  });
  return {
    ...figureBase(published, {
      id,
      indicators: ["effectif_base100"],
      ...pick(sentences),
      subtitle: `Emploi salarié privé ${nameTerritoire(territoire).de}, indice 100 en ${yearOf(periode.from)}, ${formatPeriod(periode.from, periode.to)}`,
      columns: [
        {name: "territoire", label: "Territoire", type: "texte"},
        {name: "annee", label: "Année", type: "annee"},
        {
          name: "valeur",
          label: `Indice (${yearOf(periode.from)} = 100)`,
          type: "nombre",
          unit: "base100",
          decimals: 1
        },
        {name: "role", label: "Rôle", type: "texte", hidden: true}
      ],
      rows: effectif !== null && effectif < seuil ? [] : drawn,
      limits: partialLimits(published, [territoire, ...others]),
      whenEmpty: `Courbe non tracée sous ${seuil} emplois : un seul établissement ferait toute l'évolution`,
      period: periode
    }),
    kind: "lignes",
    x: "annee",
    y: "valeur",
    series: "territoire",
    role: "role",
    baseline: 100,
    mark: labelMark(published, periode.from, periode.to),
    provisionalFrom: null
  };
}

/** What is only estimated, and why: one sentence per territory concerned. */
function partialLimits(published: Published, drawn: readonly Territoire[]): string[] {
  return drawn.flatMap((whom) => {
    const partial = selectRows(published, "effectif_base100", whom).find(
      ({motif, statut}) => motif && statut === "estime"
    );
    return partial ? [`${whom.nom} : indice estimé. ${partial.motif}`] : [];
  });
}

/** Ours in accent, France as the reference, the rest as comparisons. */
export function roleOf(whom: Territoire, ours: Territoire): Role {
  if (whom.niveau === ours.niveau && whom.code === ours.code) return "territoire";
  return whom.niveau === "france" ? "reference" : "comparaison";
}

/** The three sentences of a finding that a figure carries. */
export function pick({title, reading, alt}: {title: string; reading: string; alt: string}) {
  return {title, reading, alt};
}
