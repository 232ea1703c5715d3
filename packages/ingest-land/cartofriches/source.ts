import {defineSource} from "@observatoire/catalog";

/** A text column without which the file is still usable. */
const optional = (meaning: string, ...aliases: readonly string[]) => ({
  meaning,
  type: "texte" as const,
  aliases,
  optional: true
});

const dialect = {format: "csv", delimiter: ";", encoding: "utf-8", quote: '"'} as const;

/** Cerema's inventory, in the layout of the CNIG standard or in that of its own table; owners and contacts are never read. */
export const source = defineSource({
  id: "cartofriches",
  title: "Cartofriches, inventaire national des friches",
  producer: "Cerema",
  description:
    "Friches recensées par les observatoires locaux, les appels à projets et les inventaires nationaux : statut, type, surface de l'unité foncière.",
  homepage: "https://www.data.gouv.fr/fr/datasets/sites-references-dans-cartofriches/",
  licence: "licence-ouverte-2.0",
  attribution: "Cerema, Cartofriches",
  cadence: "irrégulière",
  freshness: {warnAfterDays: 400, errorAfterDays: 800},
  hosts: ["static.data.gouv.fr"],
  // Chaque observatoire local qui rejoint l'inventaire y verse ses sites d'un coup.
  sizeChange: {file: 0.6},
  files: [
    {
      id: "friche",
      title: "Sites recensés dans Cartofriches",
      transport: {kind: "datagouv", dataset: "sites-references-dans-cartofriches", title: "friches-standard"},
      fileName: "^friches[-_]standard.*\\.csv$",
      dialect: {...dialect, missing: "NA"},
      forms: [
        // Le même fichier, quand le producteur écrit ses guillemets avec une barre inverse.
        {dialect: {...dialect, missing: "NA", escape: "\\"}},
        // La table complète du Cerema : autres noms de colonnes, dates ISO, listes entre accolades.
        {fileName: "^cartofriches.*\\.csv$", dialect}
      ],
      columns: {
        site_id: {meaning: "Identifiant du site", type: "texte"},
        site_nom: optional("Nom du site"),
        site_type: {
          meaning: "Type de friche, « friche industrielle » ; souvent « inconnu »",
          type: "texte"
        },
        site_statut: {
          meaning:
            "« friche potentielle » (non vérifiée), « sans projet », « avec projet » ou « reconvertie »",
          type: "texte"
        },
        code_commune: {
          meaning: "Commune ; le zéro de tête manque parfois",
          type: "texte",
          aliases: ["comm_insee"],
          pattern: "^(\\d{2}|2[AB])\\d{3}$"
        },
        site_actu_date: optional("Dernière mise à jour de la fiche, jj/mm/aaaa ou ISO"),
        sol_pollution_existe: optional("Pollution du sol, « pollution avérée »"),
        unite_fonciere_surface: {
          meaning: "Surface de l'unité foncière en m², parfois bien plus grande que la friche",
          type: "decimal"
        },
        unite_fonciere_refcad: {
          meaning: "Parcelles de l'unité foncière, séparées par « | », ou par une virgule entre accolades",
          type: "texte",
          aliases: ["l_idpar"]
        },
        geompoint: optional("« POINT (longitude latitude) »"),
        longitude: {meaning: "Longitude WGS 84", type: "decimal", optional: true},
        latitude: {meaning: "Latitude WGS 84", type: "decimal", optional: true}
      },
      key: ["site_id"],
      communeColumn: "code_commune",
      rows: {min: 20_000, max: 100_000},
      // Quelques libellés portent un point-virgule ou des guillemets que le producteur n'a pas protégés.
      maxRejectedShare: 0.02
    }
  ],
  limits: [
    "Inventaire non exhaustif : un territoire sans friche recensée n'est pas un territoire sans friche, et un observatoire local en fait recenser davantage.",
    "Les « friches potentielles », sites de Basias ou Basol que personne n'a vérifiés, ne sont comptées dans aucun indicateur.",
    "La surface est celle de l'unité foncière (les parcelles voisines d'un même propriétaire) : elle peut être bien plus grande que la friche elle-même.",
    "Deux sites d'une même unité foncière n'en comptent la surface qu'une fois ; deux unités qui se recouvrent en partie comptent toutes deux.",
    "Le type de friche est inconnu pour la plupart des sites."
  ]
});
