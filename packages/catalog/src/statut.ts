/** What a value is. Missing, zero and secret are three different things (DESIGN §3). */
export const statuts = {
  connu: {label: "valeur connue", sign: ""},
  provisoire: {label: "valeur provisoire", sign: "p"},
  estime: {label: "valeur estimée", sign: "e"},
  minimum: {label: "valeur minimale : une partie n'est pas connue", sign: "≥"},
  secret: {label: "secret statistique", sign: "s"},
  non_disponible: {label: "non disponible", sign: "n.d."},
  non_applicable: {label: "sans objet", sign: "–"}
} as const;

export type Statut = keyof typeof statuts;

/** True when the statut comes with a number. */
export function hasValue(statut: Statut): boolean {
  return statut === "connu" || statut === "provisoire" || statut === "estime" || statut === "minimum";
}
