import {defineSource} from "@observatoire/catalog";

const side = (when: "avant" | "après", suffix: "AV" | "AP", name: "avant" | "apres") =>
  ({
    [`type_${name}`]: {
      meaning: `COM, COMD (déléguée), COMA (associée) ou ARM, ${when} l'événement ; vide s'il n'y a pas de commune`,
      type: "texte",
      aliases: [`TYPECOM_${suffix}`]
    },
    [`code_${name}`]: {
      meaning: `Code de la commune ${when} l'événement`,
      type: "texte",
      aliases: [`COM_${suffix}`],
      pattern: "^((\\d{2}|2[AB])\\d{3})?$"
    },
    [`nom_${name}`]: {
      meaning: `Nom de la commune ${when} l'événement, article compris`,
      type: "texte",
      aliases: [`LIBELLE_${suffix}`]
    }
  }) as const;

/** INSEE's list of what happened to communes since 1943: what brings an old code to today's. */
export const source = defineSource({
  id: "cog",
  title: "Code officiel géographique : événements survenus aux communes depuis 1943",
  producer: "Insee",
  description: "Fusions, scissions, changements de code et de nom des communes, avec leur date d'effet.",
  homepage: "https://www.data.gouv.fr/datasets/58c984b088ee386cdb1261f3/",
  licence: "licence-ouverte-2.0",
  attribution: "Insee, Code officiel géographique",
  cadence: "annuelle",
  freshness: {warnAfterDays: 500, errorAfterDays: 860},
  // Le catalogue renvoie au site de l'Insee, ou à sa propre copie.
  hosts: ["www.insee.fr", "static.data.gouv.fr"],
  files: [
    {
      id: "mouvement",
      title: "Événements survenus aux communes depuis 1943",
      transport: {
        kind: "datagouv",
        dataset: "58c984b088ee386cdb1261f3",
        title: "^(?!.*outre).*([ée]v[éèe]nements? .*communes|mvt_?commune)"
      },
      fileName: "^v_mvt_?commune_?\\d{4}\\.csv$",
      dialect: {format: "csv", delimiter: ",", encoding: "utf-8", quote: '"'},
      columns: {
        mod: {
          meaning:
            "Type d'événement : 10 nom, 20-21 création et rétablissement, 30 suppression, 31-35 fusions…",
          type: "texte",
          pattern: "^\\d{2}$"
        },
        date_effet: {meaning: "Date d'effet", type: "date", aliases: ["DATE_EFF"]},
        ...side("avant", "AV", "avant"),
        ...side("après", "AP", "apres")
      },
      key: ["mod", "date_effet", "type_avant", "code_avant", "type_apres", "code_apres"],
      rows: {min: 13_000, max: 30_000}
    }
  ],
  limits: [
    "Un code dont la commune a été partagée est réparti selon la population actuelle des communes qui l'ont reçu : c'est une approximation.",
    "Un code encore en vigueur désigne toujours la commune actuelle, même si elle a depuis perdu ou gagné du territoire."
  ]
});
