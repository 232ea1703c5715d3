import {DataError} from "@observatoire/catalog";

/** Columns the SQL of an indicator may give; what it leaves out has a default. */
const known: Readonly<Record<string, string>> = {
  periode_debut: "null::date",
  periode_fin: "null::date",
  dimension: "'total'",
  modalite: "'_T'",
  reference: "null::varchar",
  valeur: "null::double",
  valeur_min: "null::double",
  valeur_max: "null::double",
  numerateur: "null::double",
  denominateur: "null::double",
  statut: "null::varchar",
  motif: "null::varchar",
  cellules_inconnues: "0",
  communes_absentes: "0"
};

const places = ["code_commune", "niveau", "code_territoire"];
const required = ["periode_debut", "periode_fin"];

/** How the SQL of an indicator gives its rows: by commune, to be summed, or by territory, as they are shown. */
export type Shape = "communes" | "territoires";

/**
 * Reads the shape of an indicator from the columns of its SQL.
 * @throws DataError CHECK naming the SQL when a column is missing or unknown.
 */
export function readShape(id: string, columns: readonly string[]): Shape {
  const has = (name: string) => columns.includes(name);
  const unknown = columns.filter((name) => !(name in known) && !places.includes(name));
  const missing = required.filter((name) => !has(name));
  const shape = has("code_commune")
    ? "communes"
    : has("niveau") && has("code_territoire")
      ? "territoires"
      : null;
  if (shape === null) missing.push("code_commune (ou niveau et code_territoire)");
  if (shape === "communes" && !has("numerateur")) missing.push("numerateur");
  if (shape === null || unknown.length > 0 || missing.length > 0) {
    throw new DataError("CHECK", {
      where: `models/indicator/${id}.sql`,
      expected: missing.length > 0 ? `les colonnes ${missing.join(", ")}` : "des colonnes connues",
      found: unknown.length > 0 ? `en plus : ${unknown.join(", ")}` : columns.join(", "),
      action: "corriger les noms de colonnes (liste dans packages/indicators/README.md)"
    });
  }
  return shape;
}

/** `select` list giving every known column, its default where the SQL has none. */
export function selectColumns(columns: readonly string[]): string {
  return Object.entries(known)
    .map(([name, fallback]) => (columns.includes(name) ? name : `${fallback} as ${name}`))
    .join(", ");
}
