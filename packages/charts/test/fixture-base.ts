import type {FigureBase, FigureColumn, FigureRow} from "@observatoire/catalog";
import type {FragmentOptions} from "../src/index.ts";

export const nbsp = "\u00a0";

type Given = Pick<FigureBase, "id" | "title" | "subtitle"> & Partial<FigureBase>;

/** What all the example figures share; values are made up, names are those of the Meaux territory. */
export function base(given: Given, columns: readonly FigureColumn[], rows: readonly FigureRow[]): FigureBase {
  return {
    reading: "au 31 décembre 2024, l’industrie compte 6 120 emplois salariés privés dans le territoire.",
    limits: ["L’intérim est compté au lieu de l’agence, non au lieu de la mission."],
    columns,
    rows,
    indicators: [
      {
        id: "effectif_prive",
        title: "Emplois salariés privés",
        definition: "Salariés du secteur privé au 31 décembre, au lieu de travail.",
        formula: "somme des effectifs des communes",
        sql: "packages/indicators/models/indicator/effectif_prive.sql"
      }
    ],
    sources: [
      {
        id: "urssaf",
        title: "Établissements et effectifs salariés, commune × APE",
        producer: "Urssaf",
        attribution: "Urssaf Caisse nationale",
        licence: "odbl-1.0",
        vintage: "2006-2024",
        collectedOn: "2026-11-03",
        homepage: "https://open.urssaf.example/effectifs",
        origin: "https://open.urssaf.example/effectifs/exports/parquet?lang=fr",
        sha256: "9f8e7d6c5b4a39281706f5e4d3c2b1a09f8e7d6c5b4a39281706f5e4d3c2b1a0",
        simulated: given.simulated ?? false,
        late: null
      }
    ],
    statut: "connu",
    simulated: false,
    licence: "odbl-1.0",
    period: {from: "2024-12-31", to: "2024-12-31"},
    alt: "Texte qui dit ce que montre la figure.",
    empty: null,
    ...given
  };
}

export const fragmentOptions: FragmentOptions = {
  downloads: {csv: "f.csv", csvFr: "f.fr.csv", json: "f.json", svg: "f.svg"},
  explain: {
    command: "npx observatoire explain effectif_prive ti:ti-104 2024",
    run: "2026-11-09T06-00-00Z",
    date: "2026-11-09",
    commit: "0123456789abcdef"
  }
};

export function texte(name: string, label: string, hidden = false): FigureColumn {
  return {name, label, type: "texte", hidden};
}
