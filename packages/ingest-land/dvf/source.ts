import {defineSource} from "@observatoire/catalog";

/** A column of the file that nothing here reads: addresses, labels, coordinates stay in the producer's file. */
const unread = (meaning: string) => ({meaning, type: "texte" as const, optional: true});

const lots = Object.fromEntries(
  [1, 2, 3, 4, 5].flatMap((rank) => [
    ...(rank === 1 ? [] : [[`lot${rank}_numero`, unread(`Numéro du lot n° ${rank}`)]]),
    [`lot${rank}_surface_carrez`, unread(`Surface Carrez du lot n° ${rank}`)]
  ])
);

/** Names of the producer's files: France, a département, a commune. */
const names = "(full(-\\d{4})?|(\\d{2,3}|2[ab])|(\\d{5}|2[ab]\\d{3})|geo-?dvf.*)";

/** Geolocated DVF, one file a year, n premises × p land rows per disposition: rows are never summed. */
export const source = defineSource({
  id: "dvf",
  title: "Demandes de valeurs foncières géolocalisées",
  producer: "Direction générale des finances publiques (DGFiP), mise en forme Etalab",
  description:
    "Ventes de biens immobiliers des cinq dernières années, d'après les actes notariés et le cadastre.",
  homepage: "https://www.data.gouv.fr/datasets/demandes-de-valeurs-foncieres-geolocalisees/",
  licence: "licence-ouverte-2.0",
  attribution:
    "Réutilisation soumise aux conditions de DVF (articles L. 112 A et R*. 112 A-1 à A-3 du livre des procédures fiscales) : aucune réidentification des personnes, aucune indexation par les moteurs de recherche",
  cadence: "irrégulière",
  // Deux éditions par an : celle d'octobre s'arrête au 30 juin et vaut jusqu'en avril, celle d'avril au 31 décembre et vaut jusqu'en octobre.
  freshness: {warnAfterDays: 330, errorAfterDays: 420},
  indexable: false,
  hosts: ["object.files.data.gouv.fr", "static.data.gouv.fr"],
  // L'année en cours double entre l'édition d'octobre, qui s'arrête en juin, et celle d'avril.
  sizeChange: {file: 1.5},
  files: [
    {
      id: "mutation",
      title: "Mutations géolocalisées, une année",
      transport: {kind: "http", url: "https://files.data.gouv.fr/geo-dvf/latest/csv/{annee}/full.csv.gz"},
      fileName: `^${names}\\.csv\\.gz$`,
      wrapping: [{kind: "gzip"}],
      dialect: {format: "csv", delimiter: ",", encoding: "utf-8", quote: '"'},
      forms: [
        // Le nom du fichier brut de la DGFiP est attendu pour que son refus dise quoi donner à la place.
        {fileName: `^(${names}\\.csv|valeurs-?foncieres.*\\.txt)$`, wrapping: []},
        {fileName: "^valeurs-?foncieres.*\\.zip$", wrapping: [{kind: "zip", entry: "\\.txt$"}]}
      ],
      impostors: [
        {
          firstLine: "^(Code service CH|Identifiant de document)\\|",
          found:
            "le fichier brut de la DGFiP (valeursfoncieres-AAAA.txt), sans coordonnées ni identifiant de mutation",
          action:
            "donner la version géolocalisée de la même année (full.csv.gz, ou le fichier du département), à prendre sur https://files.data.gouv.fr/geo-dvf/latest/csv/"
        }
      ],
      series: {years: 6, date: "date_mutation"},
      reduced: "national",
      columns: {
        id_mutation: {
          meaning: "Identifiant de la mutation dans cette édition ; jamais stable d'une édition à l'autre",
          type: "texte"
        },
        date_mutation: {meaning: "Date de l'acte", type: "date"},
        numero_disposition: {meaning: "Rang de la disposition dans l'acte", type: "entier"},
        nature_mutation: {meaning: "Vente, Echange, Adjudication…", type: "texte"},
        valeur_fonciere: {
          meaning: "Prix de la disposition, TVA comprise, répété sur chacune de ses lignes",
          type: "decimal"
        },
        adresse_numero: unread("Numéro dans la voie"),
        adresse_suffixe: unread("Indice de répétition"),
        adresse_nom_voie: unread("Voie"),
        adresse_code_voie: unread("Code FANTOIR de la voie"),
        code_postal: unread("Code postal"),
        code_commune: {meaning: "Code officiel de la commune ou de l'arrondissement", type: "texte"},
        nom_commune: unread("Nom de la commune"),
        code_departement: {meaning: "Code du département", type: "texte"},
        ancien_code_commune: unread("Code de la commune à la date de l'acte"),
        ancien_nom_commune: unread("Nom de la commune à la date de l'acte"),
        id_parcelle: {meaning: "Identifiant cadastral, quatorze caractères", type: "texte"},
        ancien_id_parcelle: unread("Identifiant cadastral à la date de l'acte"),
        numero_volume: unread("Numéro de volume"),
        lot1_numero: {meaning: "Numéro du premier lot de copropriété", type: "texte"},
        ...lots,
        nombre_lots: unread("Nombre de lots"),
        code_type_local: {
          meaning: "1 maison, 2 appartement, 3 dépendance, 4 local d'activité ; vide = pas de local",
          type: "texte"
        },
        type_local: {meaning: "Libellé du type de local", type: "texte"},
        surface_reelle_bati: {meaning: "Surface bâtie déclarée, en m²", type: "decimal"},
        nombre_pieces_principales: {meaning: "Nombre de pièces principales", type: "decimal"},
        code_nature_culture: {meaning: "Nature du sol : AB terrains à bâtir, S sols…", type: "texte"},
        nature_culture: unread("Libellé de la nature du sol"),
        code_nature_culture_speciale: {meaning: "Nature spéciale du sol", type: "texte"},
        nature_culture_speciale: unread("Libellé de la nature spéciale"),
        surface_terrain: {meaning: "Surface de terrain de cette nature, en m²", type: "decimal"},
        longitude: unread("Longitude du centre de la parcelle"),
        latitude: unread("Latitude du centre de la parcelle")
      },
      // Un acte de n locaux et p natures de sol a n × p lignes, parfois identiques : aucune clé.
      key: [],
      communeColumn: "code_commune",
      rows: {min: 50_000, max: 8_000_000},
      maxRejectedShare: 0.001
    }
  ],
  limits: [
    "Ventes publiées par la DGFiP sur cinq ans ; la dernière année est incomplète, le temps que les actes soient enregistrés.",
    "Bas-Rhin, Haut-Rhin, Moselle et Mayotte sont absents de DVF : leurs ventes sont inconnues, jamais nulles.",
    "Prix TVA comprise quand elle s'applique, hors frais de notaire et hors meubles ; frais d'agence compris seulement s'ils sont à la charge du vendeur.",
    "La surface bâtie est la dernière surface déclarée au cadastre, arrondie, hors dépendances.",
    "Quand les identifiants de mutation d'une année mêlent des ventes sans lien, les ventes sont séparées par commune et les valeurs données pour estimées."
  ]
});
