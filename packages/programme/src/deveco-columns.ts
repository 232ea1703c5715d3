import type {ImportColumn} from "./import-columns.ts";

export type DevecoField = "siret" | "nom" | "code_commune" | "effectif" | "adresse" | "contact";

/**
 * Columns of an export of establishments of Deveco. No public document we hold describes the headers of that export: those below
 * are the labels of the SIRENE register in their likely forms. A real export corrects this table, and this table alone.
 */
export const devecoColumns: readonly ImportColumn<DevecoField>[] = [
  {field: "siret", names: ["SIRET", "N° SIRET", "Numéro SIRET", "siret_etablissement"], required: true},
  {
    field: "nom",
    names: [
      "Nom",
      "Nom de l'établissement",
      "Établissement",
      "Raison sociale",
      "Dénomination",
      "Nom public",
      "Nom d'usage",
      "Enseigne"
    ],
    required: true
  },
  {
    field: "code_commune",
    names: [
      "Code commune",
      "Code INSEE",
      "Code INSEE de la commune",
      "code_insee",
      "Commune (code INSEE)",
      "COG"
    ]
  },
  {
    field: "effectif",
    names: ["Effectif", "Effectifs", "Tranche d'effectifs", "Tranche effectif"],
    aside: "ce n'est pas un emploi annoncé ; l'observatoire lit les effectifs dans SIRENE"
  },
  {field: "adresse", names: ["Adresse", "Adresse complète"], aside: "le plan n'a pas cette colonne"},
  {
    field: "contact",
    names: ["Contact", "Contacts", "Email", "Téléphone", "Commentaire", "Commentaires"],
    aside: "ce sont des données de personnes, ou des notes internes"
  }
];
