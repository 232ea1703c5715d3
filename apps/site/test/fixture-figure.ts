import type {FigureBase, FigureColumn, FigureRow, FigureSpec} from "@observatoire/catalog";
import {renderFragment} from "@observatoire/charts";

const source = {
  id: "urssaf",
  title: "Établissements employeurs et effectifs salariés du secteur privé, par commune et APE",
  producer: "Urssaf Caisse nationale",
  attribution: "Urssaf",
  licence: "odbl-1.0",
  vintage: "2025",
  collectedOn: "2026-11-09",
  homepage: "https://open.urssaf.fr/",
  origin: "simulation:1",
  sha256: "0".repeat(64),
  simulated: true,
  late: null
} as const;

const sectors = [
  "Industrie",
  "Construction",
  "Commerce",
  "Hôtellerie et restauration",
  "Autres services",
  "Intérim"
];
const places = [
  ["Territoire", "territoire"],
  ["Département", "comparaison"],
  ["Région", "comparaison"],
  ["France", "reference"]
] as const;
const nombre = (name: string, label: string, more: Partial<FigureColumn> = {}): FigureColumn => ({
  name,
  label,
  type: "nombre",
  ...more
});
const texte = (name: string, label: string): FigureColumn => ({name, label, type: "texte"});

function base(id: string, columns: readonly FigureColumn[], rows: readonly FigureRow[]): FigureBase {
  return {
    id,
    title: `L'industrie pèse 12\u00a0% de l'emploi privé, 1,2 point de moins qu'en France (${id})`,
    subtitle: "Salariés du secteur privé au lieu de travail, au 31 décembre 2025",
    reading:
      "au 31 décembre 2025, l'industrie compte 3\u202f600 emplois salariés privés, soit 12\u00a0% de l'ensemble.",
    limits: ["Ni les fonctionnaires, ni les indépendants, ni les salariés agricoles ne sont comptés."],
    columns,
    rows,
    indicators: [],
    sources: [source],
    statut: "connu",
    simulated: true,
    licence: "odbl-1.0",
    period: {from: "2015-12-31", to: "2025-12-31"},
    alt: "L'industrie vient au troisième rang.",
    empty: null
  };
}

const years = Array.from({length: 11}, (_, step) => 2015 + step);
const bySector = [texte("nom", "Secteur"), nombre("valeur", "Emplois", {unit: "emplois"})];
const sectorRows = sectors.map((nom, rank) => ({nom, valeur: 9_800 - 1_450 * rank, role: "territoire"}));

const keyFigures =
  /-(population|effectif|etablissements|part-industrie|actifs|employeurs|creation|survie|part-activite|par-emploi)$|^(accueil-communes|emploi-evolution|foncier-(conso|friches)|prix-(locaux|terrain))$/;

/** One figure of a kind, with rows made by hand: enough to see a page as it will be. */
export function fixtureFigure(id: string): FigureSpec {
  if (keyFigures.test(id)) {
    const rows = years.map((annee, step) => ({annee, valeur: 28_000 + 220 * step + 400 * (step % 3)}));
    const columns: FigureColumn[] = [
      {name: "annee", label: "Année", type: "annee"},
      nombre("valeur", "Emplois")
    ];
    return {
      ...base(id, columns, rows),
      subtitle: "Emplois salariés privés",
      kind: "chiffre-cle",
      value: "valeur",
      period_label: "au 31 décembre 2025",
      comparison: "+4,1\u00a0% en dix ans, contre +6,0\u00a0% en France.",
      direction: "neutre",
      spark: {x: "annee", y: "valeur"}
    };
  }
  if (/base-?100$/.test(id)) {
    const rows = places.flatMap(([nom, role], rank) =>
      years.map((annee, step) => ({nom, role, annee, valeur: 100 + step * (0.3 + 0.4 * rank) + (step % 2)}))
    );
    const columns: FigureColumn[] = [
      texte("nom", "Territoire"),
      {name: "annee", label: "Année", type: "annee"},
      nombre("valeur", "Indice", {unit: "base100", decimals: 1}),
      {...texte("role", "Rôle"), hidden: true}
    ];
    return {
      ...base(id, columns, rows),
      kind: "lignes",
      x: "annee",
      y: "valeur",
      series: "nom",
      role: "role",
      baseline: 100,
      mark: {x: 2023, label: "label"},
      provisionalFrom: 2025
    };
  }
  if (
    /(table-a38|territoire-comparaison|definitions|gisement|friches-communes|destinations|ventes|territoire-friches)$/.test(
      id
    )
  )
    return {...base(id, bySector, sectorRows), kind: "table"};
  if (/(annuel|creations|territoire-conso)$/.test(id)) return columns(id);
  if (id.endsWith("concentration")) return intervals(id);
  if (id === "tissu-carte") return points(id);
  if (id.endsWith("structurel")) {
    const rows = [
      {nom: "Effet national", valeur: 1_250, role: "effet"},
      {nom: "Effet structurel", valeur: -420, role: "effet"},
      {nom: "Effet local", valeur: 310, role: "effet"},
      {nom: "Évolution", valeur: 1_140, role: "total"}
    ];
    const columns = [texte("nom", "Effet"), nombre("valeur", "Emplois", {signed: true})];
    return {...base(id, columns, rows), kind: "cascade", label: "nom", value: "valeur", role: "role"};
  }
  return {...base(id, bySector, sectorRows), kind: "barres", label: "nom", value: "valeur", role: "role"};
}

function columns(id: string): FigureSpec {
  const parts = ["Activité", "Habitat", "Autres"];
  const rows = years.flatMap((annee, step) =>
    parts.map((nom, rank) => ({annee, nom, valeur: 4 + ((step * 7 + rank * 5) % 11) - rank}))
  );
  const shown: FigureColumn[] = [
    {name: "annee", label: "Année", type: "annee"},
    texte("nom", "Destination"),
    nombre("valeur", "Surface", {unit: "ha", decimals: 1})
  ];
  return {
    ...base(id, shown, rows),
    kind: "colonnes",
    x: "annee",
    y: "valeur",
    series: "nom",
    reference: {value: 14, label: "Moyenne"},
    mark: {x: 2022.86, label: "label"},
    provisionalFrom: 2025
  };
}

function intervals(id: string): FigureSpec {
  const rows = ["Premier employeur", "Cinq premiers", "Dix premiers"].map((nom, rank) => {
    return {nom, bas: 6 + 9 * rank, haut: 11 + 15 * rank};
  });
  const shown = [
    texte("nom", "Employeurs"),
    nombre("bas", "Au moins", {unit: "pct"}),
    nombre("haut", "Au plus", {unit: "pct"})
  ];
  return {...base(id, shown, rows), kind: "intervalles", label: "nom", min: "bas", max: "haut"};
}

function points(id: string): FigureSpec {
  const places = [
    {code: "77284", longitude: 2.88, latitude: 48.96},
    {code: "77118", longitude: 2.69, latitude: 48.94},
    {code: "77258", longitude: 2.95, latitude: 48.9}
  ];
  const rows = Array.from({length: 12}, (_, order) => ({
    nom: `Établissement ${order + 1}`,
    secteur: order % 3 === 0 ? "Industrie" : "Autres secteurs",
    effectif: 15 + 40 * order,
    longitude: order === 5 ? null : 2.7 + 0.02 * order,
    latitude: order === 5 ? null : 48.9 + 0.005 * order
  }));
  const shown: FigureColumn[] = [
    texte("nom", "Établissement"),
    texte("secteur", "Secteur"),
    nombre("effectif", "Salariés, au moins"),
    nombre("longitude", "Longitude", {hidden: true}),
    nombre("latitude", "Latitude", {hidden: true})
  ];
  return {
    ...base(id, shown, rows),
    kind: "carte-points",
    label: "nom",
    longitude: "longitude",
    latitude: "latitude",
    size: "effectif",
    sizeLabel: "Salariés, au moins",
    group: "secteur",
    geometry: {kind: "cartogramme", points: places, attribution: "Insee"}
  };
}

/** The real renderer, with addresses of downloads left out of the links to check. */
export function renderFixtureFigure(spec: FigureSpec): string {
  return renderFragment(spec, {
    downloads: {csv: "/robots.txt", json: "/recherche.json"},
    explain: {
      command: "observatoire explain effectif_prive",
      run: "2026-11-23",
      date: "2026-11-23",
      commit: "abcdef012345"
    }
  });
}
