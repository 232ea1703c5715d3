import {defineSource} from "@observatoire/catalog";

const npm = (name: string) =>
  ({kind: "npm", package: "@etalab/decoupage-administratif", path: `data/${name}.json`}) as const;

const code = (meaning: string, pattern?: string) =>
  ({meaning, type: "texte", aliases: ["code"], ...(pattern === undefined ? {} : {pattern})}) as const;

const text = (meaning: string, ...aliases: readonly string[]) =>
  ({meaning, type: "texte", aliases, optional: true}) as const;

const nom = {meaning: "Nom en clair, article compris", type: "texte"} as const;

const tncc = {
  meaning: "Type de nom en clair de l'Insee, de 0 à 8 : donne l'article et la préposition",
  type: "entier",
  aliases: ["typeLiaison"],
  optional: true
} as const;

const zone = {meaning: "metro, drom ou com (collectivités d'outre-mer)", type: "texte"} as const;

/** The administrative map of France, in an npm package: real and always there, without network. */
export const source = defineSource({
  id: "decoupage",
  title: "Découpage administratif de la France",
  producer: "Etalab, d'après l'Insee et la DGCL",
  description:
    "Communes, intercommunalités, départements et régions au 1er janvier, avec la population municipale des communes.",
  homepage: "https://github.com/etalab/decoupage-administratif",
  licence: "licence-ouverte-2.0",
  attribution: "Etalab, d'après l'Insee (Code officiel géographique) et la DGCL (intercommunalités)",
  cadence: "annuelle",
  // Le paquet paraît dans les trois à quatre mois qui suivent le 1er janvier.
  freshness: {warnAfterDays: 500, errorAfterDays: 860},
  files: [
    {
      id: "commune",
      title: "Communes, communes déléguées et associées, arrondissements municipaux",
      transport: npm("communes"),
      fileName: "^communes\\.json$",
      dialect: {format: "json"},
      columns: {
        code_commune: code("Code officiel géographique", "^(\\d{5}|2[AB]\\d{3})$"),
        nom,
        tncc,
        zone,
        departement: {meaning: "Code du département", type: "texte"},
        region: {meaning: "Code de la région", type: "texte"},
        type: {
          meaning: "commune-actuelle, commune-deleguee, commune-associee ou arrondissement-municipal",
          type: "texte"
        },
        population: {
          meaning: "Population municipale, millésime de trois ans antérieur au code officiel géographique",
          type: "entier",
          optional: true
        },
        codes_postaux: text("Codes postaux, liste JSON", "codesPostaux"),
        anciens_codes: text("Codes absorbés par la commune, liste JSON", "anciensCodes"),
        chef_lieu: text("Commune d'une commune déléguée ou associée", "chefLieu"),
        commune: text("Commune d'un arrondissement municipal")
      },
      key: ["code_commune", "type"],
      rows: {min: 37_000, max: 45_000}
    },
    {
      id: "epci",
      title: "Intercommunalités à fiscalité propre et leurs membres",
      transport: npm("epci"),
      fileName: "^epci\\.json$",
      dialect: {format: "json"},
      // Ses populations sont d'un millésime antérieur à celles des communes : aucune n'est déclarée.
      columns: {
        code_epci: code("Numéro SIREN de l'intercommunalité", "^\\d{9}$"),
        nom: {meaning: "Nom, précédé du sigle de sa catégorie", type: "texte"},
        type: {meaning: "Catégorie : CC, CA, CU, METRO, MET69", type: "texte"},
        membres: {meaning: "Communes membres, liste JSON d'objets {code, siren, nom…}", type: "texte"}
      },
      key: ["code_epci"],
      rows: {min: 1_200, max: 1_500}
    },
    {
      id: "departement",
      title: "Départements",
      transport: npm("departements"),
      fileName: "^departements\\.json$",
      dialect: {format: "json"},
      columns: {
        code_departement: code("Code du département"),
        nom,
        tncc,
        zone,
        region: {meaning: "Code de la région", type: "texte"}
      },
      key: ["code_departement"],
      rows: {min: 101, max: 130}
    },
    {
      id: "region",
      title: "Régions",
      transport: npm("regions"),
      fileName: "^regions\\.json$",
      dialect: {format: "json"},
      columns: {code_region: code("Code de la région"), nom, tncc, zone},
      key: ["code_region"],
      rows: {min: 18, max: 40}
    }
  ],
  limits: [
    "Les populations sont les populations municipales des communes, dont le millésime a trois ans de moins que le code officiel géographique.",
    "La composition des intercommunalités est celle du 1er janvier du millésime, appliquée à toutes les années."
  ]
});
