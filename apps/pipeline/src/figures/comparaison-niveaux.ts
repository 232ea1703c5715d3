import {
  type FigureColumn,
  type FigureSpec,
  formatDate,
  niveaux,
  type Territoire
} from "@observatoire/catalog";
import {isTooSmall, minimumForComment, nameTerritoire} from "@observatoire/findings";
import type {Published} from "../published.ts";
import {comparisons} from "./comparisons.ts";
import {figureBase} from "./figure-base.ts";
import {mainPeriod} from "./main-period.ts";
import {smallestJobs} from "./references.ts";
import {lastRow, numberOf, type Selection, yearOf} from "./values.ts";

/** Columns of the other chapters, shown once one of their values is known. */
const optional: readonly {name: "actifs" | "emplois_par_actif"; indicateur: string; column: FigureColumn}[] =
  [
    {
      name: "actifs",
      indicateur: "etablissements_actifs",
      column: {name: "actifs", label: "Établissements actifs", type: "nombre", unit: "etablissements"}
    },
    {
      name: "emplois_par_actif",
      indicateur: "emplois_par_actif",
      column: {
        name: "emplois_par_actif",
        label: "Emplois pour 100 actifs occupés",
        type: "nombre",
        unit: "pour_100",
        decimals: 0
      }
    }
  ];

/** A territory and the levels above it, line by line: population, jobs, establishments, industry, growth. */
export function comparaisonNiveauxFigure(
  published: Published,
  territoire: Territoire,
  id: string
): FigureSpec {
  const period = mainPeriod(published);
  const to = {to: period.to};
  const isSmall = (whom: Territoire) => isTooSmall({emplois: smallestJobs(published, whom, period)});
  const small = isSmall(territoire);
  const ratio = (indicateur: string, whom: Territoire, selection: Selection) =>
    isSmall(whom) ? null : numberOf(lastRow(published, indicateur, whom, selection));
  const zones = published.territoires.filter(({niveau}) => niveau === "zone_emploi");
  const zone = zones.length === 1 ? zones : [];
  const rows = [territoire, ...zone, ...comparisons(published, territoire)].map((whom) => ({
    territoire: whom.nom,
    niveau: niveaux[whom.niveau].label,
    population: numberOf(lastRow(published, "population", whom)),
    effectif: numberOf(lastRow(published, "effectif_prive", whom, to)),
    etablissements: numberOf(lastRow(published, "etablissements_employeurs", whom, to)),
    actifs: numberOf(lastRow(published, "etablissements_actifs", whom)),
    emplois_par_actif: ratio("emplois_par_actif", whom, {}),
    part_industrie: ratio("part_industrie", whom, to),
    evolution: ratio("effectif_evolution", whom, period),
    statut: isSmall(whom) ? ("non_applicable" as const) : ("connu" as const)
  }));
  const more = optional.filter(({name}) => rows.some((row) => row[name] !== null));
  const nom = nameTerritoire(territoire);
  const lists = published.sources.filter(({id}) => zone.length > 0 && id === "zones_emploi");
  const base = figureBase(published, {
    id,
    indicators: [
      "effectif_prive",
      "etablissements_employeurs",
      "part_industrie",
      "effectif_evolution",
      "population",
      ...more.map(({indicateur}) => indicateur)
    ],
    title: `${nom.sujetCourt} et ses territoires de référence`,
    subtitle: `Population légale la plus récente ; emploi salarié privé au ${formatDate(period.to)} ; évolution annuelle moyenne de ${yearOf(period.from)} à ${yearOf(period.to)}`,
    reading: `Chaque ligne est un territoire, du plus proche au plus large ; la première est celle ${nom.deLe}.`,
    alt: "Tableau : population, emplois, établissements, part de l'industrie et évolution, territoire par territoire.",
    limits: [
      "Un territoire de référence contient tout ou partie du territoire : les lignes ne s'additionnent pas.",
      ...(zone.length > 0
        ? ["La zone d'emploi n'est pas le territoire : elle peut le déborder, ou n'en tenir qu'une partie."]
        : []),
      ...(small
        ? [
            `Part et évolution ne sont pas affichées (–) sous ${minimumForComment.emplois} emplois : effectif trop faible pour conclure.`
          ]
        : [])
    ],
    columns: [
      {name: "territoire", label: "Territoire", type: "texte"},
      {name: "niveau", label: "Niveau", type: "texte"},
      {name: "population", label: "Habitants", type: "nombre", unit: "habitants"},
      {name: "effectif", label: "Emplois privés", type: "nombre", unit: "emplois"},
      {name: "etablissements", label: "Établissements employeurs", type: "nombre", unit: "etablissements"},
      ...more.map(({column}) => column),
      {name: "part_industrie", label: "Part de l'industrie", type: "nombre", unit: "pct", decimals: 1},
      {name: "evolution", label: "Évolution par an", type: "nombre", unit: "pct", decimals: 1, signed: true}
    ],
    rows,
    period
  });
  const sources = [...base.sources, ...lists];
  return {
    ...base,
    sources,
    simulated: sources.some(({simulated}) => simulated),
    statut: "connu",
    kind: "table"
  };
}
