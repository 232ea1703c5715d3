/**
 * Levels of the membership table `core.appartenance(niveau, code_territoire, code_commune)`.
 * A level is rows, never code: nothing outside this list names one.
 */
export const niveaux = {
  commune: {label: "Commune", plural: "Communes", article: "la commune"},
  epci: {label: "Intercommunalité", plural: "Intercommunalités", article: "l'intercommunalité"},
  ti: {
    label: "Territoire d'industrie",
    plural: "Territoires d'industrie",
    article: "le Territoire d'industrie"
  },
  zone_emploi: {label: "Zone d'emploi", plural: "Zones d'emploi", article: "la zone d'emploi"},
  departement: {label: "Département", plural: "Départements", article: "le département"},
  region: {label: "Région", plural: "Régions", article: "la région"},
  france: {label: "France", plural: "France", article: "la France"},
  autre_ti: {
    label: "Autre Territoire d'industrie",
    plural: "Autres Territoires d'industrie",
    article: "le Territoire d'industrie"
  }
} as const;

export type Niveau = keyof typeof niveaux;

/** One displayed territory. `code` is unique within `niveau`. */
export interface Territoire {
  niveau: Niveau;
  code: string;
  nom: string;
  /** INSEE's TNCC (type de nom en clair), which gives the article; null when the name takes none. */
  tncc: number | null;
  /** Number of communes (COG of reference). */
  communes: number;
  /** Name rests on a simulated list (the 183 TIs in the demo). */
  simule: boolean;
}

/** A territory as a key in URLs and file names: `commune-77284`, `epci-200072130`, `ti-nord-est-77-meaux`. */
export function territoireKey(territoire: Pick<Territoire, "niveau" | "code">): string {
  return `${territoire.niveau.replace("_", "-")}-${territoire.code.toLowerCase()}`;
}
