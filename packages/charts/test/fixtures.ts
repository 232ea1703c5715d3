import type {FigureRow, FigureSpec} from "@observatoire/catalog";
import {base, texte} from "./fixture-base.ts";

export const barres: FigureSpec = {
  ...base(
    {
      id: "emploi-part-industrie",
      title: "L’industrie pèse 12,4 % des emplois privés, 2,1 points de moins que dans le reste de la France",
      subtitle: "Part de l’industrie dans l’emploi salarié privé, en %, au 31 décembre 2024",
      simulated: true
    },
    [
      texte("territoire", "Territoire"),
      {name: "part", label: "Part de l’industrie", type: "nombre", unit: "pct", decimals: 1},
      texte("role", "Rôle", true)
    ],
    [
      {territoire: "Nord Est 77 – Meaux", part: 12.4, role: "territoire"},
      {territoire: "Seine-et-Marne", part: 10.87, role: "comparaison"},
      {territoire: "Île-de-France", part: 7.3, role: "comparaison"},
      {territoire: "France", part: 14.52, role: "reference"},
      {territoire: "Zone d’emploi de Meaux", part: null, role: "pair", statut: "secret"}
    ]
  ),
  kind: "barres",
  label: "territoire",
  value: "part",
  role: "role"
};

const sectorRows: readonly [string, number, number][] = [
  ["Commerce, réparation d’automobiles et de motocycles", 21.4, 18.2],
  ["Industrie", 12.4, 14.5],
  ["Construction", 11.8, 7.6],
  ["Hôtellerie et restauration", 4.2, 6.9],
  ["Autres services marchands", 38.1, 41.3],
  ["Intérim", 6.6, 4.1]
];

export const barresMark: FigureSpec = {
  ...base(
    {
      id: "emploi-grands-secteurs",
      title: "La construction et le commerce pèsent plus qu’en France",
      subtitle: "Part de chaque grand secteur dans l’emploi salarié privé, en %, au 31 décembre 2024"
    },
    [
      texte("secteur", "Grand secteur"),
      {name: "part", label: "Nord Est 77 – Meaux", type: "nombre", unit: "pct", decimals: 1},
      {name: "france", label: "France", type: "nombre", unit: "pct", decimals: 1}
    ],
    sectorRows.map(([secteur, part, france]) => ({secteur, part, france}))
  ),
  kind: "barres",
  label: "secteur",
  value: "part",
  mark: "france"
};

const paths: readonly [string, string, readonly number[]][] = [
  ["Nord Est 77 – Meaux", "territoire", [100, 98.6, 97.1, 96.2, 94.4, 95.1, 93.8, 95.6, 96.9, 96.1]],
  ["Seine-et-Marne", "comparaison", [100, 100.9, 102.4, 104.1, 105.6, 103.9, 107.2, 109.8, 110.3, 110.1]],
  ["Île-de-France", "comparaison", [100, 101.4, 103.3, 105.2, 107.4, 104.6, 108.9, 111.9, 112.6, 112.4]],
  ["France", "reference", [100, 100.8, 102.2, 103.5, 105.1, 103.4, 107.6, 109.7, 110.4, 110.6]]
];

export const lignes: FigureSpec = {
  ...base(
    {
      id: "emploi-base-100",
      title:
        "Depuis 2015, l’emploi privé recule de 3,9 % dans le territoire et progresse de 10,6 % en France",
      subtitle: "Emplois salariés privés au 31 décembre, base 100 en 2015, de 2015 à 2024",
      statut: "provisoire",
      period: {from: "2015-12-31", to: "2024-12-31"}
    },
    [
      texte("territoire", "Territoire"),
      {name: "annee", label: "Année", type: "annee"},
      {name: "indice", label: "Indice, base 100 en 2015", type: "nombre", unit: "base100", decimals: 1},
      texte("role", "Rôle", true)
    ],
    paths.flatMap(([territoire, role, values]) =>
      values.map((indice, index): FigureRow => {
        const annee = 2015 + index;
        return {territoire, annee, indice, role, statut: annee === 2024 ? "provisoire" : "connu"};
      })
    )
  ),
  kind: "lignes",
  x: "annee",
  y: "indice",
  series: "territoire",
  role: "role",
  baseline: 100,
  mark: {x: 2022.86, label: "labellisation, 9 novembre 2023"},
  provisionalFrom: 2024
};

const specificities: readonly [string, number, number, number, number][] = [
  [
    "Fabrication de produits en caoutchouc, en plastique et d’autres produits minéraux non métalliques",
    3.42,
    1480,
    -2.1,
    1
  ],
  ["Industrie chimique", 2.68, 640, 1.4, 1],
  ["Fabrication de machines et équipements", 1.72, 590, -3.4, 1],
  ["Métallurgie et produits métalliques", 1.35, 910, -1.2, 1],
  ["Construction", 1.58, 3560, 0.8, 1],
  ["Transports et entreposage", 1.91, 4120, 2.9, 1],
  ["Commerce et réparation", 1.18, 6460, 0.3, 1],
  ["Industries agroalimentaires", 0.92, 780, 0.2, 0],
  ["Hébergement et restauration", 0.61, 1270, 3.1, 1],
  ["Activités financières et d’assurance", 0.44, 520, -0.6, 0],
  ["Activités informatiques", 0.21, 190, 4.2, 1],
  ["Édition et audiovisuel", 0.12, 60, -4.8, 0]
];

const sectorColumns = [
  texte("secteur", "Secteur (A38)"),
  {name: "indice", label: "Indice de spécificité", type: "nombre", unit: "ratio", decimals: 2},
  {name: "effectif", label: "Emplois", type: "nombre", unit: "emplois"},
  {
    name: "evolution",
    label: "Évolution de l’emploi par an",
    type: "nombre",
    unit: "pct",
    decimals: 1,
    signed: true
  },
  {name: "accent", label: "Étiquette", type: "nombre", hidden: true}
] as const;

const sectors = specificities.map(([secteur, indice, effectif, evolution, accent]) => {
  return {secteur, indice, effectif, evolution, accent};
});

export const pointsSpecificite: FigureSpec = {
  ...base(
    {
      id: "emploi-specificites",
      title: "Caoutchouc, plastiques et minéraux : 3,4 fois plus présents que dans le reste de la France",
      subtitle: "Indice de spécificité de l’emploi salarié privé par secteur (A38), au 31 décembre 2024"
    },
    sectorColumns,
    sectors
  ),
  kind: "points-specificite",
  label: "secteur",
  value: "indice",
  size: "effectif",
  sizeLabel: "emplois"
};

export const nuage: FigureSpec = {
  ...base(
    {
      id: "emploi-structure-dynamique",
      title: "Les transports et l’entreposage sont la seule grande spécialité qui gagne des emplois",
      subtitle: "Indice de spécificité au 31 décembre 2024 et évolution annuelle de l’emploi de 2015 à 2024"
    },
    sectorColumns,
    sectors
  ),
  kind: "nuage",
  label: "secteur",
  x: "indice",
  y: "evolution",
  size: "effectif",
  cross: {x: 1, y: 0},
  quadrants: [
    "Spécialités en croissance",
    "Spécialités en recul",
    "Secteurs rares en recul",
    "Secteurs émergents"
  ],
  emphasis: "accent",
  xLog: true
};

export const cascade: FigureSpec = {
  ...base(
    {
      id: "emploi-partage-structurel",
      title: "L’emploi recule de 1 180 postes : la tendance nationale n’a pas compensé l’effet local",
      subtitle: "Évolution de l’emploi salarié privé de 2015 à 2024, décomposée par secteur (A38)"
    },
    [
      texte("effet", "Effet"),
      {name: "emplois", label: "Emplois", type: "nombre", unit: "emplois", signed: true},
      texte("role", "Rôle", true)
    ],
    [
      {effet: "Tendance nationale", emplois: 3210, role: "effet"},
      {effet: "Effet structurel", emplois: -940, role: "effet"},
      {effet: "Effet local", emplois: -3450, role: "effet"},
      {effet: "Évolution totale", emplois: -1180, role: "total"}
    ]
  ),
  kind: "cascade",
  label: "effet",
  value: "emplois",
  role: "role"
};

/** 60 territories on a bell made without chance: 8 + 3 z, z going through the quantiles of a triangle. */
export const bande: FigureSpec = {
  ...base(
    {
      id: "emploi-bande-ti",
      title: "La part de l’industrie est parmi les plus basses des territoires d’industrie",
      subtitle:
        "Part de l’industrie dans l’emploi salarié privé, en %, au 31 décembre 2024, 61 territoires d’industrie",
      limits: [
        "Les territoires d’industrie n’ont pas tous la même taille : un petit territoire varie plus d’une année à l’autre qu’un grand.",
        "Le périmètre des autres territoires est celui de la liste publiée à la date du label ; les changements d’intercommunalité n’y sont pas repris.",
        "Le rang ne dit rien de la qualité des emplois."
      ]
    },
    [
      texte("territoire", "Territoire d’industrie"),
      {name: "part", label: "Part de l’industrie", type: "nombre", unit: "pct", decimals: 1},
      texte("role", "Rôle", true)
    ],
    [
      ...Array.from({length: 60}, (_, index) => {
        const q = (index + 0.5) / 60;
        const z = q < 0.5 ? Math.sqrt(2 * q) - 1 : 1 - Math.sqrt(2 * (1 - q));
        return {territoire: `TI ${index + 1}`, part: 26 + 16 * z, role: "pair"};
      }),
      {territoire: "Nord Est 77 – Meaux", part: 12.4, role: "territoire"}
    ]
  ),
  kind: "bande",
  label: "territoire",
  value: "part",
  role: "role",
  reference: {value: 14.5, label: "France"}
};

const years = [2016, 2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024];
const jobs = [30900, 30620, 30410, 30180, 29350, 29800, 30120, 30340, 30214];

export const chiffreCle: FigureSpec = {
  ...base(
    {
      id: "emploi-cle",
      title: "Le territoire compte environ 30 200 emplois salariés privés",
      subtitle: "Emplois salariés privés",
      simulated: true
    },
    [
      {name: "annee", label: "Année", type: "annee"},
      {name: "effectif", label: "Emplois salariés privés", type: "nombre", unit: "emplois"}
    ],
    years.map((annee, index) => ({annee, effectif: jobs[index] ?? null}))
  ),
  kind: "chiffre-cle",
  value: "effectif",
  period_label: "au 31 décembre 2024",
  comparison: "2,2 % de moins qu’en 2016 ; +7,9 % en France sur la même période.",
  direction: "plus-haut-mieux",
  spark: {x: "annee", y: "effectif"}
};
