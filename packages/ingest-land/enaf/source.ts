import {defineSource} from "@observatoire/catalog";
import {destinations, longPeriods, yearlyPattern, yearNames} from "./yearly-columns.ts";

/** Cerema's yearly file, one row per commune, seven columns per year. */
export const source = defineSource({
  id: "enaf",
  title: "Consommation d'espaces naturels, agricoles et forestiers, par commune",
  producer: "Cerema",
  description:
    "Surfaces naturelles, agricoles ou forestières devenues urbanisées, par commune, année et destination, mesurées dans les fichiers fonciers.",
  homepage: "https://artificialisation.developpement-durable.gouv.fr/",
  licence: "licence-ouverte-2.0",
  attribution: "Cerema, données sur la consommation d'espaces NAF issues des fichiers fonciers",
  cadence: "annuelle",
  // Le fichier arrêté au 1er janvier paraît au printemps de l'année suivante : la veille, le précédent a environ 880 jours.
  freshness: {warnAfterDays: 900, errorAfterDays: 1100},
  hosts: ["static.data.gouv.fr"],
  files: [
    {
      id: "commune",
      title: "Consommation d'espaces NAF par commune",
      // Chaque millésime est un nouveau jeu de données : ce numéro change d'une édition à l'autre.
      transport: {kind: "datagouv-ressource", resource: "b258feec-f8ff-4e0a-93b3-baf1fe46ef66"},
      fileName: "^conso[-_ ](com|enaf|espace).*\\.csv$",
      dialect: {format: "csv", delimiter: ",", encoding: "utf-8", quote: '"'},
      forms: [{dialect: {format: "csv", delimiter: ";", encoding: "utf-8", quote: '"'}}],
      columns: {
        code_commune: {
          meaning: "Commune, au Code officiel géographique de l'année du fichier",
          type: "texte",
          aliases: ["idcom"],
          pattern: "^(\\d{2}|2[AB])\\d{3}$"
        },
        cumul_m2: {
          meaning: "Total de toute la période, en m² (le dictionnaire du producteur dit hectares)",
          type: "decimal",
          aliases: longPeriods((from, to) => `naf${from}art${to}`)
        },
        part_consommee: {
          meaning: "Total de la période, en % de la surface de la commune",
          type: "decimal",
          aliases: longPeriods((from, to) => `artcom${from}${to}`),
          optional: true
        },
        surface_m2: {
          meaning: "Surface de la commune, en m²",
          type: "decimal",
          aliases: yearNames("surfcom"),
          optional: true
        }
      },
      families: [
        {
          name: "total",
          pattern: yearlyPattern("naf", "art"),
          meaning: "Consommation totale, du 1er janvier au 1er janvier suivant, en m²",
          type: "decimal"
        },
        ...destinations.map(({name, code, meaning}) => ({
          name,
          pattern: yearlyPattern("art", code),
          meaning: `Consommation ${meaning}, du 1er janvier au 1er janvier suivant, en m²`,
          type: "decimal" as const
        }))
      ],
      key: ["code_commune"],
      communeColumn: "code_commune",
      rows: {min: 34_000, max: 37_500}
    }
  ],
  limits: [
    "Mesure tirée des fichiers fonciers (cadastre fiscal) : une surface compte l'année où le changement d'usage y est inscrit, parfois un an ou deux après le chantier, et les bâtiments non cadastrés (publics, agricoles) échappent en partie.",
    "La dernière année est provisoire et sous-estimée : le fichier suivant la relève.",
    "En Île-de-France, le document de référence (SDRIF-E) mesure la consommation d'espaces avec le mode d'occupation du sol (MOS) de L'Institut Paris Region : ses valeurs diffèrent de celles du Cerema.",
    "Consommer n'est pas artificialiser : un jardin ou un parc créé sur une terre agricole est une consommation d'espace.",
    "Une commune absente du fichier (Mayotte, Île-de-Sein, Île-Molène) est inconnue ; un zéro est un vrai zéro."
  ]
});
