import type {FigureBase, FigureColumn, FigureRow, FigureSource, FigureSpec} from "@observatoire/catalog";
import type {DocumentModel, DocumentSection} from "../src/index.ts";

/** Values made up; names are those of the Meaux territory. */
export const source: FigureSource = {
  id: "urssaf",
  title: "Établissements et effectifs salariés, commune × APE",
  producer: "Urssaf",
  attribution: "Urssaf Caisse nationale",
  licence: "odbl-1.0",
  vintage: "2006-2024",
  collectedOn: "2026-11-03",
  homepage: "https://open.urssaf.example/effectifs",
  origin: "https://open.urssaf.example/effectifs/exports/parquet",
  sha256: "9f8e7d6c5b4a39281706f5e4d3c2b1a09f8e7d6c5b4a39281706f5e4d3c2b1a0",
  simulated: false,
  late: null
};

type Given = Pick<FigureBase, "id" | "title" | "subtitle"> & Partial<FigureBase>;

export function base(given: Given, columns: readonly FigureColumn[], rows: readonly FigureRow[]): FigureBase {
  return {
    reading: "au 31 décembre 2024, l’industrie compte 6 120 emplois dans le territoire.",
    limits: ["L’intérim est compté au lieu de l’agence."],
    columns,
    rows,
    indicators: [
      {
        id: "effectif_prive",
        title: "Emplois salariés privés",
        definition: "Salariés du secteur privé au 31 décembre, au lieu de travail.",
        formula: "somme des effectifs des communes",
        sql: "packages/indicators/models/indicator/effectif_prive.sql"
      }
    ],
    sources: [source],
    statut: "connu",
    simulated: false,
    licence: "odbl-1.0",
    period: {from: "2024-12-31", to: "2024-12-31"},
    alt: "Barres de la part de l’industrie par territoire.",
    empty: null,
    ...given
  };
}

export const texte = (name: string, label: string, hidden = false): FigureColumn => ({
  name,
  label,
  type: "texte",
  hidden
});

export const cle = (id: string, value: number, subtitle = "Emplois salariés privés"): FigureSpec => ({
  ...base(
    {id, title: `Le territoire compte ${value} emplois`, subtitle},
    [
      {name: "annee", label: "Année", type: "annee"},
      {name: "effectif", label: "Emplois", type: "nombre", unit: "emplois"}
    ],
    [2022, 2023, 2024].map((annee, index) => ({annee, effectif: value - 100 * (2 - index)}))
  ),
  kind: "chiffre-cle",
  value: "effectif",
  period_label: "au 31 décembre 2024",
  comparison: "2,2 % de moins qu’en 2016 ; +7,9 % en France.",
  direction: "plus-haut-mieux",
  spark: {x: "annee", y: "effectif"}
});

export const barres: FigureSpec = {
  ...base(
    {
      id: "emploi-part-industrie",
      title: "L’industrie pèse 12,4 % des emplois privés, 2,1 points de moins qu’en France",
      subtitle: "Part de l’industrie dans l’emploi salarié privé, en %, au 31 décembre 2024",
      simulated: true
    },
    [
      texte("territoire", "Territoire"),
      {name: "part", label: "Part de l’industrie", type: "nombre", unit: "pct", decimals: 1},
      texte("role", "Rôle", true)
    ],
    [
      {territoire: "Seine-et-Marne", part: 10.8712, role: "comparaison"},
      {territoire: "France", part: 14.52, role: "reference"},
      {territoire: "Nord Est 77 – Meaux", part: 12.4375, role: "territoire"},
      {territoire: "Zone d’emploi de Meaux", part: null, role: "pair", statut: "secret"}
    ]
  ),
  kind: "barres",
  label: "territoire",
  value: "part",
  role: "role"
};

export const lignes: FigureSpec = {
  ...base(
    {
      id: "emploi-base-100",
      title: "Depuis 2020, l’emploi privé recule de 3,9 % et progresse de 10,6 % en France",
      subtitle: "Emplois salariés privés au 31 décembre, base 100 en 2020",
      statut: "provisoire"
    },
    [
      texte("territoire", "Territoire"),
      {name: "annee", label: "Année", type: "annee"},
      {name: "indice", label: "Indice", type: "nombre", unit: "base100", decimals: 1},
      texte("role", "Rôle", true)
    ],
    (
      [
        ["Nord Est 77 – Meaux", "territoire", [100, 98.61, null, 96.19, 96.12]],
        ["France", "reference", [100, 101.43, 103.31, 105.24, 110.61]]
      ] as const
    ).flatMap(([territoire, role, values]) =>
      values.map((indice, index): FigureRow => {
        const statut = indice === null ? "non_disponible" : index === 4 ? "provisoire" : "connu";
        return {territoire, annee: 2020 + index, indice, role, statut};
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

export const colonnes: FigureSpec = {
  ...base(
    {
      id: "foncier-annuel",
      title: "Le territoire consomme 10 hectares par an",
      subtitle: "Espaces consommés chaque année, en hectares",
      simulated: true
    },
    [
      {name: "annee", label: "Année", type: "annee"},
      texte("destination", "Destination"),
      {name: "surface", label: "Surface consommée", type: "nombre", unit: "ha", decimals: 1}
    ],
    [2021, 2022, 2023].flatMap((annee, index): FigureRow[] => [
      {annee, destination: "Activité", surface: 6.74 - index},
      {annee, destination: "Habitat", surface: 7.41 - index}
    ])
  ),
  kind: "colonnes",
  x: "annee",
  y: "surface",
  series: "destination",
  reference: {value: 19.8, label: "Moyenne de 2011 à 2020"},
  mark: null,
  provisionalFrom: null
};

export const nuage: FigureSpec = {
  ...base(
    {
      id: "emploi-structure",
      title: "Les transports gagnent des emplois",
      subtitle: "Spécificité et évolution"
    },
    [
      texte("secteur", "Secteur"),
      {name: "indice", label: "Indice de spécificité", type: "nombre", unit: "ratio", decimals: 2},
      {
        name: "evolution",
        label: "Évolution par an",
        type: "nombre",
        unit: "pct_an",
        decimals: 1,
        signed: true
      },
      {name: "effectif", label: "Emplois", type: "nombre", unit: "emplois"},
      {name: "accent", label: "Étiquette", type: "nombre", hidden: true}
    ],
    [
      {secteur: "Transports", indice: 1.91, evolution: 2.9, effectif: 4120, accent: 1},
      {secteur: "Chimie", indice: 2.68, evolution: -1.4, effectif: 640, accent: 1},
      {secteur: "Édition", indice: 0.12, evolution: -4.8, effectif: 60, accent: 0}
    ]
  ),
  kind: "nuage",
  label: "secteur",
  x: "indice",
  y: "evolution",
  size: "effectif",
  cross: {x: 1, y: 0},
  quadrants: ["Spécialités en croissance", "Spécialités en recul", "Secteurs rares", "Secteurs émergents"],
  emphasis: "accent",
  xLog: true
};

export const cascade: FigureSpec = {
  ...base(
    {id: "emploi-partage", title: "L’emploi recule de 1 180 postes", subtitle: "Évolution de 2015 à 2024"},
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

export const intervalles: FigureSpec = {
  ...base(
    {
      id: "tissu-concentration",
      title: "Dix employeurs tiennent de 18 à 31 % de l’emploi",
      subtitle: "Part, en %"
    },
    [
      texte("employeurs", "Employeurs"),
      {name: "bas", label: "Au moins", type: "nombre", unit: "pct"},
      {name: "haut", label: "Au plus", type: "nombre", unit: "pct"}
    ],
    [
      {employeurs: "Premier employeur", bas: 4, haut: 9},
      {employeurs: "Dix premiers", bas: 18, haut: null}
    ]
  ),
  kind: "intervalles",
  label: "employeurs",
  min: "bas",
  max: "haut"
};

export const carte: FigureSpec = {
  ...base(
    {
      id: "emploi-carte",
      title: "L’industrie pèse le plus à Lizy-sur-Ourcq",
      subtitle: "Part par commune, en %"
    },
    [
      texte("code", "Code commune"),
      texte("commune", "Commune"),
      {name: "part", label: "Part de l’industrie", type: "nombre", unit: "pct", decimals: 1}
    ],
    [
      {code: "77284", commune: "Meaux", part: 6.12},
      {code: "77513", commune: "Villenoy", part: 11.8},
      {code: "77257", commune: "Lizy-sur-Ourcq", part: 31.64},
      {code: "77300", commune: "Montceaux-lès-Meaux", part: null, statut: "secret"}
    ]
  ),
  kind: "carte",
  code: "code",
  label: "commune",
  value: "part",
  form: "choroplethe",
  geometry: {
    kind: "cartogramme",
    attribution: "Coordonnées : Insee",
    points: [
      {code: "77284", longitude: 2.88, latitude: 48.96},
      {code: "77513", longitude: 2.86, latitude: 48.94},
      {code: "77257", longitude: 3.02, latitude: 49.02},
      {code: "77300", longitude: 2.99, latitude: 48.94}
    ]
  },
  breaks: [5, 10, 15, 20],
  middle: null
};

const statuses = ["en cours", "réalisée", "à venir"];

export const actions: FigureSpec = {
  ...base(
    {id: "plan-actions", title: "Les actions du plan", subtitle: "Montants hors taxes, au 9 novembre 2026"},
    [
      texte("id", "N°"),
      texte("titre", "Action"),
      texte("statut_action", "Statut"),
      {name: "debut", label: "Début", type: "date"},
      {name: "retard", label: "Retard", type: "nombre", unit: "jours"},
      {name: "foncier", label: "Foncier", type: "nombre", unit: "m2_emploi", decimals: 1},
      {name: "prevu", label: "Prévu", type: "nombre", unit: "eur"}
    ],
    Array.from({length: 34}, (_, index) => ({
      id: `A${index + 1}`,
      titre: `Créer une plateforme de formation aux métiers de la maintenance, lot ${index + 1}`,
      statut_action: statuses[index % 3] ?? "",
      debut: `2026-0${1 + (index % 9)}-15`,
      retard: index % 4 === 0 ? 12 * index : null,
      foncier: index % 3 === 0 ? 41.25 * index : null,
      prevu: 40_000 + 12_500.5 * index
    }))
  ),
  kind: "table"
};

export const puces: FigureSpec = {
  ...base(
    {
      id: "programme-budget",
      title: "Un quart du budget de l’innovation est payé",
      subtitle: "Budget par axe, en € hors taxes",
      alt: "Trois barres emboîtées par axe."
    },
    [
      texte("axe", "Axe"),
      {name: "prevu", label: "Prévu", type: "nombre", unit: "eur"},
      {name: "engage", label: "Engagé", type: "nombre", unit: "eur"},
      {name: "paye", label: "Payé", type: "nombre", unit: "eur"}
    ],
    [
      {axe: "Innovation", prevu: 1_200_000, engage: 600_000, paye: 300_000},
      {axe: "Foncier", prevu: null, engage: null, paye: null, statut: "non_disponible"}
    ]
  ),
  kind: "puces",
  label: "axe",
  planned: "prevu",
  committed: "engage",
  paid: "paye"
};

export const vide: FigureSpec = {
  ...base(
    {
      id: "aides-vide",
      title: "Les aides par année",
      subtitle: "Aides, en €",
      empty: "Aucune aide n’est publiée pour ce territoire."
    },
    [texte("annee", "Année")],
    []
  ),
  kind: "table"
};

export const logoSvg = new TextEncoder().encode(
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 40" width="120" height="40"><rect width="120" height="40" rx="6" fill="#0b5fa5"/></svg>`
);

export const section = (given: Partial<DocumentSection> & {id: string}): DocumentSection => ({
  title: "Section",
  axe: null,
  theme: "Emploi",
  text: [],
  figures: [],
  comments: [],
  ...given
});

export const dossier: DocumentModel = {
  id: "dossier-comite",
  genre: "Dossier de séance",
  title: "Comité de pilotage Territoires d’industrie",
  territoire: "Nord Est 77 – Meaux",
  publisher: "Pays de Meaux",
  contact: "industrie@example.org",
  date: "2026-11-24",
  edition: "Séance du 24 novembre 2026",
  address: "https://observatoire.example.org/seances/2026-11-24.html",
  restricted: true,
  simulated: true,
  logos: [{name: "Pays de Meaux", format: "svg", bytes: logoSvg}],
  summary: ["L’industrie pèse 12,4 % des emplois privés.", "L’emploi recule : faut-il s’en inquiéter ?"],
  sections: [
    section({
      id: "index",
      title: "Le territoire en chiffres",
      theme: "Territoire",
      text: ["Quatre intercommunalités."],
      figures: [cle("emploi-cle", 30_214), cle("emploi-femmes", 14_031, "Emplois des femmes")]
    }),
    section({id: "emploi", title: "Emploi", figures: [barres, lignes, nuage, cascade, intervalles, carte]}),
    section({
      id: "foncier",
      title: "Axe foncier",
      axe: "foncier",
      theme: "Programme",
      text: ["Optimiser le foncier."],
      figures: [colonnes, vide],
      comments: [
        {text: "Le recensement a pris deux mois de retard.", author: "M. Durand", date: "2026-11-02"}
      ]
    }),
    section({id: "actions", title: "Les actions", theme: "Programme", figures: [actions]})
  ]
};

export const note: DocumentModel = {
  ...dossier,
  id: "note-foncier",
  genre: "Note d'une page",
  title: "Axe foncier",
  sections: [
    section({
      id: "foncier",
      title: "Axe foncier",
      axe: "foncier",
      figures: [cle("a", 1204), cle("b", 2308), cle("c", 3412), cle("d", 4516), colonnes, barres]
    })
  ]
};

/** What a plan could hold to break a document, or whoever opens it. */
export const hostileTexts = [
  "<script>alert(1)</script>",
  '#import "@preview/evil:1.0.0": *',
  "=cmd|' /C calc'!A0",
  "$x$ et $ sum_(k=1)^n $",
  "une \\ barre \\u{41} et *gras* _souligné_ `code`",
  "]]> <!-- --> &lt; &amp; %PDF",
  "@SUM(1+1)*cmd|' /C calc'!A0",
  "+33 1 60 00 00 00",
  "-2+3",
  "// commentaire /* fin */ <etiquette> @renvoi",
  "}; drop table; {{ }} \u0024{1}"
];

export const hostileFigure: FigureSpec = {
  ...base(
    {
      id: "hostile",
      title: hostileTexts[0]!,
      subtitle: hostileTexts[1]!,
      reading: hostileTexts[3]!,
      limits: [hostileTexts[4]!]
    },
    [texte("texte", hostileTexts[5]!), {name: "valeur", label: hostileTexts[2]!, type: "nombre"}],
    hostileTexts.map((text, index) => ({texte: text, valeur: index + 1}))
  ),
  kind: "table"
};

export const hostileBars: FigureSpec = {
  ...hostileFigure,
  id: "hostile-barres",
  kind: "barres",
  label: "texte",
  value: "valeur"
};

export const hostile: DocumentModel = {
  ...dossier,
  id: "hostile",
  title: hostileTexts[1]!,
  territoire: hostileTexts[0]!,
  publisher: hostileTexts[3]!,
  contact: hostileTexts[9]!,
  edition: hostileTexts[2]!,
  address: 'javascript:alert("x")',
  summary: [...hostileTexts, "contrôle\u0000\u0007\u001f et \ud800 moitié, 🎉 et 漢字"],
  sections: [
    section({
      id: "h",
      title: hostileTexts[4]!,
      theme: "=1+1 [a]:*?/\\",
      text: hostileTexts,
      figures: [hostileFigure, hostileBars],
      comments: hostileTexts.map((text) => ({text, author: hostileTexts[0]!, date: "2026-11-02"}))
    })
  ]
};
