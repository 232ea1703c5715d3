import {defineSource} from "@observatoire/catalog";

const dataset = "etablissements-et-effectifs-salaries-au-niveau-commune-x-ape-last";

/** A label column nobody computes with: a file without it is still usable. */
const label = (meaning: string, ...aliases: readonly string[]) => ({
  meaning,
  type: "texte" as const,
  aliases,
  optional: true
});

/** URSSAF's yearly file, one row per commune × APE, two columns per year. */
export const source = defineSource({
  id: "urssaf",
  title: "Établissements employeurs et effectifs salariés du secteur privé, par commune et APE",
  producer: "Urssaf Caisse nationale",
  description:
    "Établissements employeurs et salariés du régime général au 31 décembre, par commune et code APE, depuis 2006.",
  homepage: `https://open.urssaf.fr/explore/dataset/${dataset}/`,
  licence: "odbl-1.0",
  attribution:
    "Contient des informations d'open.urssaf.fr, base de données mise à disposition selon les termes de l'Open Database License (ODbL) ; toute base dérivée se partage sous la même licence",
  cadence: "annuelle",
  // Le fichier paraît environ 150 jours après la fin de l'année : la veille, le précédent a 515 jours.
  freshness: {warnAfterDays: 530, errorAfterDays: 600},
  files: [
    {
      id: "commune_ape",
      title: "Commune × APE, dernière édition",
      transport: {
        kind: "http",
        url: `https://open.urssaf.fr/api/explore/v2.1/catalog/datasets/${dataset}/exports/csv?limit=-1&delimiter=%3B&use_labels=false`
      },
      fileName: `^${dataset}.*\\.csv$`,
      dialect: {format: "csv", delimiter: ";", encoding: "utf-8", quote: '"'},
      columns: {
        region: label("Région", "Région"),
        ancienne_region: label("Région d'avant 2016", "Ancienne région"),
        departement: label("Département", "Département"),
        zone_d_emploi: label("Zone d'emploi", "Zone d'emploi"),
        epci: label("Intercommunalité", "EPCI"),
        commune: label("Nom de la commune", "Commune"),
        intitule_commune: label("Code et nom de la commune, « 94065 Rungis »", "Intitulé commune"),
        grand_secteur_d_activite: {
          meaning: "Grand secteur de l'Urssaf, « GS1 Industrie »",
          type: "texte",
          aliases: ["Grand secteur d'activité"]
        },
        secteur_na17: label("Secteur au niveau A17", "Secteur NA17"),
        secteur_na38: label("Secteur au niveau A38", "Secteur NA38"),
        secteur_na88: label("Division de la NAF rév. 2, « 49 Transports terrestres… »", "Secteur NA88"),
        ape: label("Sous-classe de la NAF rév. 2, code et libellé", "APE"),
        code_region: label("Code de la région", "Code région"),
        code_ancienne_region: label("Code de la région d'avant 2016", "Code ancienne région"),
        code_departement: label("Code du département", "Code département"),
        code_zone_d_emploi: label("Code de la zone d'emploi", "Code zone d'emploi"),
        code_epci: label("SIREN de l'intercommunalité", "Code EPCI"),
        code_commune: {
          meaning: "Code officiel de la commune de l'établissement",
          type: "texte",
          aliases: ["Code commune"],
          pattern: "^(\\d{5}|2[AB]\\d{3})$"
        },
        code_ape: {
          meaning: "Activité principale de l'établissement, NAF rév. 2 sans point",
          type: "texte",
          aliases: ["Code APE"],
          pattern: "^\\d{4}[A-Z]$"
        }
      },
      families: [
        {
          name: "nombre_d_etablissements",
          pattern: "^nombre_d_etablissements_(\\d{4})$",
          aliasPattern: "^nombre d['’]établissements (\\d{4})$",
          meaning: "Établissements ayant au moins un salarié au 31 décembre ; vide = non communiqué",
          type: "entier"
        },
        {
          name: "effectifs_salaries",
          pattern: "^effectifs_salaries_(\\d{4})$",
          aliasPattern: "^effectifs salariés (\\d{4})$",
          meaning: "Salariés au 31 décembre ; vide = non communiqué",
          type: "entier"
        }
      ],
      key: ["code_commune", "code_ape"],
      communeColumn: "code_commune",
      rows: {min: 900_000, max: 2_000_000}
    }
  ],
  limits: [
    "Salariés des employeurs privés du régime général au 31 décembre : ni agriculture (MSA), ni État et la plupart des employeurs publics, ni salariés des particuliers, ni indépendants.",
    "Les intérimaires (7820Z) sont comptés dans la commune de leur agence, pas dans celle où ils travaillent : ils sont montrés à part.",
    "Les apprentis sont comptés depuis l'édition 2023, qui a révisé toute la série : ne pas la comparer à une édition antérieure.",
    "Un établissement est compté où son employeur le déclare : un transfert de siège ou une nouvelle déclaration peut déplacer des emplois sans mouvement réel.",
    "Une cellule vide est une valeur inconnue, jamais un zéro ; un couple commune × activité absent est lu comme l'absence d'employeur."
  ]
});
