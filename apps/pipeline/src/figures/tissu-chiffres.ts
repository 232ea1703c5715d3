import type {FigureSpec, Territoire} from "@observatoire/catalog";
import {
  etablissementsActifs,
  findActifs,
  findEmployeurs,
  findRapport,
  findSurvie,
  type Reference
} from "@observatoire/findings";
import type {Published} from "../published.ts";
import {comparisons} from "./comparisons.ts";
import {keyFigure} from "./key-figure.ts";
import {minimumOf, ratioReferences, readMeasure, readPeriod} from "./measure.ts";
import {lastRow, numberOf, yearOf} from "./values.ts";

const levels = (published: Published, territoire: Territoire) =>
  [...comparisons(published, territoire)].reverse();

/** Active establishments of Sirene, and how many of them employ. */
export function actifsFigure(published: Published, territoire: Territoire, id: string): FigureSpec {
  const employers = (whom: Territoire, to: string) =>
    lastRow(published, "etablissements_actifs_employeurs", whom, {to});
  const share = (whom: Territoire, to: string): Reference[] => {
    const all = numberOf(lastRow(published, "etablissements_actifs", whom, {to}));
    const some = numberOf(employers(whom, to));
    if (all === null || some === null || all < 20) return [];
    return [{territoire: whom, valeur: (100 * some) / all}];
  };
  return keyFigure(published, {
    id,
    territoire,
    indicateur: "etablissements_actifs",
    quotes: ["etablissements_actifs_employeurs"],
    spark: false,
    sentences: ({valeur, statut, periode}) => {
      const row = employers(territoire, periode.to);
      return findActifs({
        ...{territoire, valeur, statut, periode},
        employeurs: row ? readMeasure(row) : null,
        references: levels(published, territoire).flatMap((whom) => share(whom, periode.to))
      });
    }
  });
}

/** Employers of Sirene, beside Urssaf's. */
export function employeursFigure(published: Published, territoire: Territoire, id: string): FigureSpec {
  const urssaf = lastRow(published, "etablissements_employeurs", territoire);
  return keyFigure(published, {
    id,
    territoire,
    indicateur: "etablissements_actifs_employeurs",
    quotes: urssaf ? ["etablissements_employeurs"] : [],
    spark: false,
    sentences: ({valeur, statut, periode}) =>
      findEmployeurs({
        ...{territoire, valeur, statut, periode},
        urssaf: urssaf ? {...readMeasure(urssaf), periode: readPeriod(published, urssaf)} : null
      })
  });
}

/** Creations of the year over the stock at its start. */
export function tauxCreationFigure(published: Published, territoire: Territoire, id: string): FigureSpec {
  const indicateur = "taux_creation";
  const last = lastRow(published, indicateur, territoire);
  const minimum = minimumOf(published, indicateur);
  return keyFigure(published, {
    id,
    territoire,
    indicateur,
    periodLabel: last ? `en ${yearOf(last.periode_fin)}` : "",
    sentences: ({valeur, statut, periode, row}) =>
      findRapport({
        ...{territoire, valeur, statut, periode, motif: row?.motif ?? null},
        mesure: {le: "le taux de création d'établissements", genre: "m", unit: "pct"},
        assise: {valeur: row?.denominateur ?? null, seuil: minimum, mots: etablissementsActifs},
        references: ratioReferences(published, indicateur, levels(published, territoire), periode),
        notes: ["les créations de l'année sont rapportées aux établissements actifs à son début"]
      })
  });
}

/** Establishments of the last complete cohort still active three years later. */
export function survieFigure(published: Published, territoire: Territoire, id: string): FigureSpec {
  const selection = {dimension: "age_survie", modalite: "3"};
  const last = lastRow(published, "survie", territoire, selection);
  return keyFigure(published, {
    id,
    territoire,
    indicateur: "survie",
    selection,
    subtitle: "Établissements encore actifs à trois ans",
    periodLabel: last ? `établissements créés en ${yearOf(last.periode_debut)}` : "",
    sentences: ({valeur, statut, periode, row}) =>
      findSurvie({
        ...{territoire, valeur, statut, periode},
        age: 3,
        cohorte: row?.denominateur ?? null,
        seuil: minimumOf(published, "survie"),
        references: ratioReferences(published, "survie", levels(published, territoire), {
          ...selection,
          ...periode
        })
      })
  });
}
