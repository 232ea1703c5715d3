import {type Field, keyFields, tableSchema} from "./table-schema.ts";

/** Names of the files of what changed, in the folder of each licence. */
export const changeFiles = {parquet: "changements.parquet", csv: "changements.csv"} as const;

const fields: readonly Field[] = [
  ...keyFields,
  ["nature", "string", "revisee, ajoutee ou retiree."],
  [
    "valeur_avant",
    "number",
    "Valeur du passage précédent ; vide quand elle n'est plus montrée, ou quand l'écart révélerait une case sous secret."
  ],
  ["valeur_apres", "number", "Valeur de ce passage."],
  ["valeur_min_avant", "number", "Borne basse d'avant, aux mêmes conditions que valeur_avant."],
  ["valeur_min_apres", "number", "Borne basse de ce passage."],
  ["valeur_max_avant", "number", "Borne haute d'avant, aux mêmes conditions que valeur_avant."],
  ["valeur_max_apres", "number", "Borne haute de ce passage."],
  ["statut_avant", "string", "Statut du passage précédent."],
  ["statut_apres", "string", "Statut de ce passage."],
  [
    "motif",
    "string",
    "simulation, perimetre, methode, source, nouveau_millesime, revision ou inexpliquee : le premier qui convient."
  ],
  ["sources", "string", "Sources qui portent le motif."]
];

/** What a data package says of the files of changes. */
export function describeChangeFiles() {
  const schema = tableSchema(fields);
  const common = {title: "Ce qui a changé depuis le passage précédent", schema};
  return [
    {
      ...{name: "changements", path: changeFiles.csv, ...common},
      ...{format: "csv", encoding: "utf-8"}
    },
    {
      ...{name: "changements-parquet", path: changeFiles.parquet, ...common},
      ...{format: "parquet", mediatype: "application/vnd.apache.parquet"}
    }
  ];
}
