import type {FigureRow, FigureSpec, MapGeometry, Statut} from "@observatoire/catalog";
import {base, texte} from "./fixture-base.ts";

type Commune = readonly [string, string, number, number, number, number | null, Statut];

/** Coordinates rounded to 0.01°; values made up. */
export const communes: readonly Commune[] = [
  ["77284", "Meaux", 2.88, 48.96, 14200, 6.1, "connu"],
  ["77513", "Villenoy", 2.86, 48.94, 2100, 11.8, "connu"],
  ["77337", "Nanteuil-lès-Meaux", 2.9, 48.93, 1850, 8.2, "connu"],
  ["77475", "Trilport", 2.95, 48.96, 980, 14.7, "connu"],
  ["77300", "Montceaux-lès-Meaux", 2.99, 48.94, 60, null, "secret"],
  ["77330", "Montyon", 2.83, 49.01, 410, 22.3, "connu"],
  ["77077", "Chambry", 2.9, 49.0, 240, 5.4, "connu"],
  ["77105", "Chauconin-Neufmontiers", 2.84, 48.97, 1500, 18.9, "connu"],
  ["77257", "Lizy-sur-Ourcq", 3.02, 49.02, 1320, 31.6, "connu"],
  ["77283", "May-en-Multien", 3.02, 49.08, 150, null, "non_disponible"],
  ["77005", "Annet-sur-Marne", 2.72, 48.93, 760, 12.1, "connu"],
  ["77118", "Claye-Souilly", 2.69, 48.94, 5900, 9.4, "connu"]
];

export const cartogramme: MapGeometry = {
  kind: "cartogramme",
  points: communes.map(([code, , longitude, latitude]) => ({code, longitude, latitude})),
  attribution: "Coordonnées : Insee"
};

/** Squares of 0.04° around each place. */
export const contours: MapGeometry = {
  kind: "contours",
  attribution: "Contours d’exemple",
  features: communes.map(([code, , x, y]) => ({
    code,
    polygons: [
      [
        [
          [x - 0.02, y - 0.02],
          [x + 0.02, y - 0.02],
          [x + 0.02, y + 0.02],
          [x - 0.02, y + 0.02],
          [x - 0.02, y - 0.02]
        ]
      ]
    ]
  }))
};

const columns = [
  texte("code", "Code commune"),
  texte("commune", "Commune"),
  {name: "part", label: "Part de l’industrie", type: "nombre", unit: "pct", decimals: 1},
  {name: "emplois", label: "Emplois salariés privés", type: "nombre", unit: "emplois"}
] as const;

const rows = communes.map(([code, commune, , , emplois, part, statut]): FigureRow => {
  return {code, commune, part, emplois: statut === "connu" ? emplois : null, statut};
});

export const carteContours: FigureSpec = {
  ...base(
    {
      id: "emploi-carte-industrie",
      title: "L’industrie pèse le plus à Lizy-sur-Ourcq et à Montyon",
      subtitle: "Part de l’industrie dans l’emploi salarié privé par commune, en %, au 31 décembre 2024",
      statut: "secret"
    },
    columns,
    rows
  ),
  kind: "carte",
  code: "code",
  label: "commune",
  value: "part",
  form: "choroplethe",
  geometry: contours,
  breaks: [5, 10, 15, 20],
  middle: null
};

export const carteHexagones: FigureSpec = {...carteContours, id: "emploi-cartogramme", geometry: cartogramme};

export const carteSymboles: FigureSpec = {
  ...carteContours,
  id: "emploi-carte-emplois",
  title: "Près de la moitié des emplois privés sont à Meaux",
  subtitle: "Emplois salariés privés par commune, au 31 décembre 2024",
  value: "emplois",
  form: "symboles",
  geometry: cartogramme
};
