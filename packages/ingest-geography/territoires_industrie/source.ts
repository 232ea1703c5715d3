import {defineSource} from "@observatoire/catalog";

/** The list of the 2018-2023 programme stays on the same page, under titles that say so. */
const resource = (words: string) =>
  ({
    kind: "datagouv",
    dataset: "5fc1472f114718d419e42f8a",
    title: `^(?!.*2018.?2023).*${words}`
  }) as const;

const named = (word: string) =>
  `^(?!.*2018.?2023)(?=.*${word})(?=.*(territoires?[-_ ]?d?[-'_ ]?industrie|(^|[-_ ])ti[-_ ])).*\\.csv$`;

const csv = {format: "csv", delimiter: ",", encoding: "utf-8", quote: '"'} as const;

const idTi = {meaning: "Identifiant du Territoire d'industrie", type: "texte"} as const;
const nomTi = {meaning: "Nom du Territoire d'industrie", type: "texte", aliases: ["lib_ti"]} as const;

/** ANCT's list of the Territoires d'industrie: what communes and EPCIs each covers. */
export const source = defineSource({
  id: "territoires_industrie",
  title: "Liste des Territoires d'industrie",
  producer: "ANCT",
  description: "Communes et groupements de chaque Territoire d'industrie du programme en cours.",
  homepage: "https://www.data.gouv.fr/datasets/5fc1472f114718d419e42f8a/",
  licence: "licence-ouverte-2.0",
  attribution: "Agence nationale de la cohésion des territoires, Territoires d'industrie",
  cadence: "irrégulière",
  freshness: {warnAfterDays: 540, errorAfterDays: 1_100},
  hosts: ["static.data.gouv.fr"],
  files: [
    {
      id: "commune",
      title: "Communes couvertes",
      transport: resource("communes"),
      fileName: named("communes"),
      dialect: csv,
      columns: {
        code_commune: {
          meaning: "Code officiel géographique",
          type: "texte",
          aliases: ["insee_com"],
          pattern: "^(\\d{5}|2[AB]\\d{3})$"
        },
        nom_commune: {meaning: "Nom de la commune", type: "texte", aliases: ["lib_com"]},
        id_ti: idTi,
        nom_ti: nomTi
      },
      key: ["code_commune", "id_ti"],
      communeColumn: "code_commune",
      coverage: "libre",
      rows: {min: 8_000, max: 30_000}
    },
    {
      id: "groupement",
      title: "Groupements couverts",
      transport: resource("groupements"),
      fileName: named("groupements"),
      dialect: csv,
      columns: {
        id_ti: idTi,
        nom_ti: nomTi,
        siren_groupement: {
          meaning: "Numéro SIREN du groupement",
          type: "texte",
          pattern: "^\\d{9}$"
        },
        nom_groupement: {meaning: "Nom du groupement", type: "texte", aliases: ["lib_groupement"]},
        nature_juridique: {meaning: "CC, CA, CU, METRO…", type: "texte", optional: true}
      },
      key: ["id_ti", "siren_groupement"],
      rows: {min: 300, max: 2_000},
      optional: true
    }
  ],
  limits: [
    "Un Territoire d'industrie est comparé dans son périmètre d'aujourd'hui, appliqué à toutes les années."
  ]
});
