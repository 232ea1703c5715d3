/** Why a displayed value is not what it was, the first that holds: the order is the precedence. */
export const changeReasons = {
  simulation: "Données réelles et simulées",
  perimetre: "Périmètre",
  methode: "Méthode",
  source: "Source apparue ou disparue",
  nouveau_millesime: "Nouveau millésime",
  revision: "Révision par le producteur",
  inexpliquee: "Sans cause trouvée"
} as const;

export type ChangeReason = keyof typeof changeReasons;

export type ChangeNature = "revisee" | "ajoutee" | "retiree";

/** A former value beside its new one. The former is null when it may not be given back. */
export interface ChangeRow {
  niveau: string;
  code_territoire: string;
  periode_debut: string;
  periode_fin: string;
  dimension: string;
  modalite: string;
  nature: ChangeNature;
  valeur_avant: number | null;
  valeur_apres: number | null;
  valeur_min_avant: number | null;
  valeur_min_apres: number | null;
  valeur_max_avant: number | null;
  valeur_max_apres: number | null;
  statut_avant: string | null;
  statut_apres: string | null;
}

/** What changed in an indicator for one reason. */
export interface IndicatorChange {
  indicateur: string;
  motif: ChangeReason;
  /** Ids of the sources that explain it; empty for a perimeter or a method. */
  sources: string[];
  revisees: number;
  ajoutees: number;
  retirees: number;
  /** True when its former values are not given back, so that a difference reveals no masked cell. */
  masque: boolean;
  /** The main values of the perimeter and of its EPCIs; empty for what search engines may not index. */
  lignes: ChangeRow[];
}

/** What changed in a file of a source between two runs. */
export interface SourceChange {
  source: string;
  motif: Extract<ChangeReason, "simulation" | "source" | "nouveau_millesime" | "revision">;
  /** Vintages; null on the side where the source is absent. */
  avant: string | null;
  apres: string | null;
}

interface Commune {
  code: string;
  nom: string;
}

/** What changed in the displayed values since the run that readers saw before. */
export interface Changements {
  /** Run that brought these values, and when. */
  run: string;
  date: string;
  /** Run compared with; null when nothing could be compared. */
  depuis: {run: string; date: string} | null;
  /** "premier": no run before. "illisible": the run before can no longer be read. */
  etat: "compare" | "premier" | "illisible";
  sources: SourceChange[];
  /** Communes that came into the perimeter or left it. */
  perimetre: {entrees: Commune[]; sorties: Commune[]};
  indicateurs: IndicatorChange[];
}
