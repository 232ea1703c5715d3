import {type FigureSpec, formatPeriod, type Territoire} from "@observatoire/catalog";
import {findBande, nameTerritoire} from "@observatoire/findings";
import type {Published} from "../published.ts";
import {pick} from "./base100.ts";
import {figureBase} from "./figure-base.ts";
import {mainPeriod} from "./main-period.ts";
import {lastRow, numberOf} from "./values.ts";

/** Growth of jobs of every Territoire d'industrie, ours in accent: a place in a distribution rather than a rank. */
export function bandeTiFigure(published: Published, territoire: Territoire, id: string): FigureSpec {
  const period = mainPeriod(published);
  const evolution = (whom: Territoire) => lastRow(published, "effectif_evolution", whom, period);
  const autres = published.territoires.filter(({niveau}) => niveau === "autre_ti");
  const own = evolution(territoire);
  const france = published.territory("france");
  const reference = france ? numberOf(evolution(france)) : null;
  const sentences = findBande({
    territoire,
    periode: period,
    valeur: own?.valeur ?? null,
    statut: own?.statut ?? "non_disponible",
    mesure: {le: "l'évolution annuelle moyenne de l'emploi privé", genre: "f", unit: "pct_an"},
    autres: autres.map((whom) => numberOf(evolution(whom)))
  });
  const rows = [territoire, ...autres].flatMap((whom) => {
    const row = evolution(whom);
    return row
      ? [
          {
            territoire: whom.nom,
            valeur: row.valeur,
            role: whom === territoire ? ("territoire" as const) : ("pair" as const),
            statut: row.statut
          }
        ]
      : [];
  });
  const empty =
    autres.length === 0
      ? "Non disponible : la liste officielle des Territoires d'industrie n'est pas collectée. Lancer « npx observatoire collect territoires_industrie », puis reconstruire."
      : null;
  const base = figureBase(published, {
    id,
    indicators: ["effectif_evolution"],
    ...pick(sentences),
    subtitle: `Évolution annuelle moyenne de l'emploi salarié privé de chaque Territoire d'industrie, ${formatPeriod(period.from, period.to)}`,
    limits: [
      "La place dans une distribution ne dit rien des causes ; les périmètres sont de tailles très différentes."
    ],
    columns: [
      {name: "territoire", label: "Territoire d'industrie", type: "texte"},
      {name: "valeur", label: "Évolution par an", type: "nombre", unit: "pct", decimals: 2, signed: true},
      {name: "role", label: "Rôle", type: "texte", hidden: true}
    ],
    rows: empty ? [] : rows,
    period
  });
  const list = published.sources.find(({id}) => id === "territoires_industrie");
  const sources = list && !base.sources.includes(list) ? [...base.sources, list] : base.sources;
  return {
    ...base,
    sources,
    simulated: sources.some(({simulated}) => simulated),
    empty: empty ?? base.empty,
    kind: "bande",
    label: "territoire",
    value: "valeur",
    role: "role",
    reference: reference === null ? null : {value: reference, label: nameTerritoire(france ?? territoire).nom}
  };
}
