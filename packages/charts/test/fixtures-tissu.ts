import type {FigureRow, FigureSpec} from "@observatoire/catalog";
import {base, texte} from "./fixture-base.ts";
import {cartogramme, contours} from "./fixtures-map.ts";

/** Bounds made up; the last rows have an open end and no bound at all. */
export const intervalles: FigureSpec = {
  ...base(
    {
      id: "tissu-concentration",
      title: "Les dix premiers employeurs tiennent entre 18 et 31 % de l’emploi salarié",
      subtitle:
        "Part de l’emploi salarié des plus grands établissements, en %, d’après les tranches d’effectif",
      statut: "estime"
    },
    [
      texte("employeurs", "Employeurs"),
      {name: "bas", label: "Au moins", type: "nombre", unit: "pct", decimals: 0},
      {name: "haut", label: "Au plus", type: "nombre", unit: "pct", decimals: 0},
      texte("role", "Rôle", true)
    ],
    [
      {employeurs: "Premier employeur", bas: 4, haut: 9, role: "territoire", statut: "estime"},
      {employeurs: "Cinq premiers employeurs", bas: 12, haut: 22, role: "territoire", statut: "estime"},
      {employeurs: "Dix premiers employeurs", bas: 18, haut: 31, role: "territoire", statut: "estime"},
      {employeurs: "Dix premiers, Seine-et-Marne", bas: 7, haut: null, role: "comparaison"},
      {employeurs: "Dix premiers, zone d’emploi de Meaux", bas: null, haut: 24, role: "pair"},
      {employeurs: "Dix premiers, Crégy", bas: null, haut: null, role: "pair", statut: "secret"}
    ]
  ),
  kind: "intervalles",
  label: "employeurs",
  min: "bas",
  max: "haut",
  role: "role"
};

const flows: readonly (readonly [number, number, number, number])[] = [
  [2011, 8.4, 14.2, 2.1],
  [2012, 5.1, 12.8, 1.4],
  [2013, 3.9, 11.5, 0.8],
  [2014, 12.6, 9.7, 1.9],
  [2015, 4.4, 8.8, 0.6],
  [2016, 6.2, 10.4, 1.2],
  [2017, 18.9, 9.1, 2.4],
  [2018, 7.3, 8.2, 0.9],
  [2019, 5.8, 8.6, 1.1],
  [2020, 4.2, 6.9, 0.7],
  [2021, 6.7, 7.4, 1.3],
  [2022, 3.1, 6.2, 0.5],
  [2023, 2.8, 5.9, 0.4],
  [2024, 1.6, 3.1, 0.2]
];

export const colonnes: FigureSpec = {
  ...base(
    {
      id: "foncier-annuel",
      title: "Depuis 2021, le territoire consomme 10 hectares par an, deux fois moins que de 2011 à 2020",
      subtitle:
        "Espaces naturels, agricoles et forestiers consommés chaque année, en hectares, de 2011 à 2024",
      statut: "provisoire",
      simulated: true,
      period: {from: "2011-01-01", to: "2025-01-01"}
    },
    [
      {name: "annee", label: "Année", type: "annee"},
      texte("destination", "Destination"),
      {name: "surface", label: "Surface consommée", type: "nombre", unit: "ha", decimals: 1}
    ],
    flows.flatMap(([annee, activite, habitat, autres]): FigureRow[] => {
      const statut = annee === 2024 ? "provisoire" : "connu";
      return [
        {annee, destination: "Activité", surface: activite, statut},
        {annee, destination: "Habitat", surface: habitat, statut},
        {annee, destination: "Autres", surface: autres, statut}
      ];
    })
  ),
  kind: "colonnes",
  x: "annee",
  y: "surface",
  series: "destination",
  reference: {value: 19.8, label: "Moyenne de 2011 à 2020"},
  mark: {x: 2022.86, label: "labellisation, 9 novembre 2023"},
  provisionalFrom: 2024
};

const creations: readonly (readonly [number, number | null])[] = [
  [2016, 1120],
  [2017, 1204],
  [2018, 1385],
  [2019, 1611],
  [2020, null],
  [2021, 1874],
  [2022, 1902],
  [2023, 1846],
  [2024, 1938]
];

export const colonnesSimples: FigureSpec = {
  ...base(
    {
      id: "tissu-creations",
      title: "Environ 1 900 établissements se créent chaque année, contre 1 100 en 2016",
      subtitle: "Créations d’établissements, de 2016 à 2024",
      period: {from: "2016-01-01", to: "2024-12-31"}
    },
    [
      {name: "annee", label: "Année", type: "annee"},
      {name: "creations", label: "Créations", type: "nombre", unit: "etablissements"}
    ],
    creations.map(([annee, valeur]) => {
      return {annee, creations: valeur, statut: valeur === null ? "non_disponible" : "connu"};
    })
  ),
  kind: "colonnes",
  x: "annee",
  y: "creations",
  series: null,
  reference: null,
  mark: null,
  provisionalFrom: null
};

const sites: readonly (readonly [string, string, number | null, number | null, number | null])[] = [
  ["Plasturgie de la Marne", "Industrie", 300, 2.9, 48.955],
  ["Centre logistique de Chauconin", "Transports et commerce", 520, 2.84, 48.97],
  ["Fonderie de Lizy", "Industrie", 120, 3.02, 49.02],
  ["Hypermarché de Meaux", "Transports et commerce", 220, 2.88, 48.965],
  ["Clinique de l’Ourcq", "Autres services", 410, 2.885, 48.95],
  ["Menuiserie Trilport", "Industrie", 24, 2.95, 48.96],
  ["Cabinet d’études", "Autres services", 15, 2.7, 48.945],
  ["Messagerie de Claye", "Transports et commerce", 90, 2.69, 48.93],
  ["Nettoyage de Villenoy", "Autres services", 60, 2.86, 48.94],
  ["Verrerie d’Annet", "Industrie", 75, 2.72, 48.93],
  ["Taille inconnue", "Autres services", null, 2.99, 48.94],
  ["Sans coordonnées", "Industrie", 45, null, null],
  ["Hors de la carte", "Industrie", 30, 5, 43]
];

export const cartePoints: FigureSpec = {
  ...base(
    {
      id: "tissu-carte",
      title: "Trois établissements de plus de 300 salariés, tous autour de Meaux",
      subtitle: "Établissements de dix salariés et plus dont la diffusion est ouverte, au 1er novembre 2026"
    },
    [
      texte("nom", "Établissement"),
      texte("secteur", "Secteur"),
      {name: "effectif", label: "Salariés, au moins", type: "nombre", unit: "emplois"},
      {name: "longitude", label: "Longitude", type: "nombre", decimals: 4, hidden: true},
      {name: "latitude", label: "Latitude", type: "nombre", decimals: 4, hidden: true}
    ],
    sites.map(([nom, secteur, effectif, longitude, latitude]) => {
      return {nom, secteur, effectif, longitude, latitude};
    })
  ),
  kind: "carte-points",
  label: "nom",
  longitude: "longitude",
  latitude: "latitude",
  size: "effectif",
  sizeLabel: "Salariés, au moins",
  group: "secteur",
  geometry: contours
};

export const cartePointsPlaces: FigureSpec = {
  ...cartePoints,
  id: "tissu-carte-places",
  group: null,
  geometry: cartogramme
};
