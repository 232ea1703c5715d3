/** A column of a published table: name, type, meaning. */
export type Field = readonly [name: string, type: "string" | "number" | "date", description: string];

/** What a value of an indicator is about, in every table of values. */
export const keyFields: readonly Field[] = [
  ["indicateur", "string", "Identifiant de l'indicateur."],
  [
    "niveau",
    "string",
    "Niveau du territoire : commune, epci, ti, zone_emploi, departement, region, france, autre_ti."
  ],
  ["code_territoire", "string", "Code du territoire dans son niveau."],
  ["periode_debut", "date", "Premier jour de la période ; égal au dernier pour un stock."],
  ["periode_fin", "date", "Dernier jour de la période."],
  ["dimension", "string", "Ce que la modalité découpe : total, grand_secteur, a17, a38…"],
  ["modalite", "string", "Code dans la dimension ; _T pour l'ensemble."],
  ["nomenclature", "string", "Nomenclature et millésime de la dimension."],
  ["reference", "string", "Territoire de référence, « niveau:code »."]
];

/** The columns as a data package describes them. */
export function tableSchema(fields: readonly Field[]) {
  return {
    fields: fields.map(([name, type, description]) => ({name, type, description})),
    missingValues: [""]
  };
}
