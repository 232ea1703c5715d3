import type {FigureSource, IndicatorRow, Territoire} from "@observatoire/catalog";
import type {Published} from "../src/published.ts";
import {makePublished} from "./published-fixture.ts";

type More = Partial<IndicatorRow>;
type Add = (
  indicateur: string,
  valeur: number | null,
  period: readonly [string, string],
  more?: More
) => void;

const image = ["2026-11-01", "2026-11-01"] as const;
const year = (annee: number) => [`${annee}-01-01`, `${annee}-12-31`] as const;
const january = (from: number, to: number) => [`${from}-01-01`, `${to}-01-01`] as const;

/** How large each territory of the fixture is, the TI being 1000. */
const scales: Readonly<Record<string, number>> = {
  ti: 1000,
  departement: 40_000,
  region: 400_000,
  france: 4_000_000,
  "200000001": 995,
  "200000002": 0,
  "77001": 990,
  "77002": 5,
  "77003": 0
};

/** Round numbers for every indicator of the two chapters: the parts are in the code, the size in `scales`. */
function addRows({niveau, code}: Territoire, add: Add): void {
  const size = scales[code] ?? scales[niveau] ?? 0;
  const isInside = niveau === "ti" || niveau === "epci" || niveau === "commune";
  const part = (share: number) => Math.round(size * share);
  const parts = (indicateur: string, dimension: string, shares: Readonly<Record<string, number>>) => {
    for (const [modalite, share] of Object.entries(shares)) {
      if (part(share) > 0) add(indicateur, part(share), image, {dimension, modalite});
    }
  };
  add("etablissements_actifs", size, image);
  add("etablissements_actifs_employeurs", part(0.3), image);
  add("etablissements_actifs_hors_immobilier_solaire", part(0.8), image);
  add("etablissements_10_plus", part(0.05), image);
  add("etablissements_industriels", part(0.05), image);
  parts("etablissements_actifs", "a17", {C1: 0.4, GZ: 0.6});
  parts("etablissements_actifs_employeurs", "a17", {C1: 0.1, GZ: 0.2});
  parts("etablissements_actifs_employeurs", "taille", {"1_9": 0.24, "10_49": 0.05, "250_plus": 0.01});
  parts("etablissements_actifs", "age", {moins_3: 0.3, plus_10: 0.7});
  parts("etablissements_industriels", "a38", {CA: 0.02, CH: 0.03});
  for (const annee of [2021, 2022, 2023, 2024, 2025]) {
    const end = `${annee}-12-31`;
    add("etablissements_actifs_annuel", part(1 + (annee - 2025) * 0.05), [end, end]);
    add("creations_etablissements", part(0.1), year(annee));
    add("renouvellement", size > 0 ? 18 : null, year(annee), {denominateur: size});
  }
  add("taux_creation", size > 0 ? 12.5 : null, year(2025), {denominateur: size});
  for (const [modalite, annee, valeur] of [
    ["3", 2022, 71],
    ["5", 2020, 58]
  ] as const) {
    add("survie", size > 0 ? valeur : null, year(annee), {
      ...{dimension: "age_survie", modalite, denominateur: part(0.1)}
    });
  }
  if (isInside) {
    for (const [modalite, min, max] of [
      ["top_1", 6, 14],
      ["top_5", 18, 35],
      ["part_50", 30, 55]
    ] as const) {
      const known = size > 0 ? {valeur_min: min, valeur_max: max} : {};
      add("concentration_emploi", size > 0 ? (min + max) / 2 : null, image, {
        ...{dimension: "concentration", modalite, denominateur: part(0.3), statut: "estime", ...known}
      });
    }
    add("siege_exterieur", size > 0 ? 42 : null, image, {
      ...{dimension: "ponderation", modalite: "effectif", denominateur: part(0.3), statut: "estime"}
    });
  }
  addLand(size, add);
  addPrices(isInside, size, add);
}

function addLand(size: number, add: Add): void {
  const hectares = size / 100;
  const flow = (from: number, to: number) => {
    add("conso_enaf", hectares * (to - from), january(from, to));
    for (const [modalite, share] of [
      ["activite", 0.3],
      ["habitat", 0.5],
      ["route", 0.2]
    ] as const) {
      add("conso_enaf", hectares * (to - from) * share, january(from, to), {
        dimension: "destination",
        modalite
      });
    }
  };
  for (const annee of [2019, 2020, 2021, 2022, 2023]) flow(annee, annee + 1);
  flow(2011, 2021);
  flow(2021, 2024);
  const last = january(2021, 2024);
  add("part_activite_enaf", size > 0 ? 30 : null, last, {denominateur: hectares * 3});
  add("conso_enaf_par_habitant", 7.5, last, {denominateur: size * 40});
  add("conso_enaf_par_emploi", null, january(2012, 2023), {
    ...{statut: "non_applicable", motif: "Le nombre d'emplois a baissé entre les deux recensements."}
  });
  for (const [modalite, decades, period] of [
    ["reference", 10, january(2011, 2021)],
    ["autorisee", 5, january(2021, 2031)],
    ["consommee", 3, last],
    ["projetee", 10, january(2021, 2031)]
  ] as const) {
    add("trajectoire_enaf", hectares * decades, period, {dimension: "trajectoire", modalite});
  }
  const april = ["2026-04-15", "2026-04-15"] as const;
  const friches = Math.floor(size / 50);
  add("friches", friches, april);
  add("friches_surface", friches * 2, april);
  const bare = {dimension: "statut_friche", modalite: "sans_projet"};
  add("friches", friches, april, bare);
  add("friches_surface", friches * 2, april, bare);
  const modalite = friches > 0 ? "non_exploite" : "nul_sans_potentiel";
  add("friches_gisement", 1, april, {dimension: "gisement", modalite});
}

function addPrices(isInside: boolean, size: number, add: Add): void {
  const window = ["2021-01-01", "2025-12-31"] as const;
  const enough = size >= 100;
  const masked: More = {statut: "secret", motif: "Moins de 11 ventes."};
  const known: More = {valeur_min: 800, valeur_max: 1900, denominateur: 140};
  add("prix_m2_locaux_activite", enough ? (isInside ? 1200 : 1500) : null, window, enough ? known : masked);
  add("prix_m2_terrain", null, window, masked);
  add("ventes_locaux_activite", enough ? 140 : null, window, enough ? {} : {statut: "secret"});
  add("ventes_terrains", null, window, {statut: "secret"});
}

const source = (id: string): FigureSource => ({
  ...{id, title: `Fichier ${id}`, producer: "Producteur", attribution: "Producteur, 2026", simulated: false},
  ...{licence: "licence-ouverte-2.0", vintage: "2026", collectedOn: "2026-11-01", late: null},
  ...{homepage: "https://exemple.fr", origin: "https://exemple.fr/fichier.csv", sha256: "0".repeat(64)}
});

/** Names of the modalities that the sentences quote. */
const names = {
  a17: {C1: "Industries agroalimentaires", GZ: "Commerce"},
  taille: {"1_9": "De 1 à 9 salariés", "10_49": "De 10 à 49 salariés", "250_plus": "250 salariés et plus"},
  age: {moins_3: "Moins de trois ans", plus_10: "Plus de dix ans"},
  concentration: {top_1: "Premier employeur", top_5: "Cinq premiers", part_50: "50 salariés et plus"},
  trajectoire: {
    reference: "Décennie de référence",
    autorisee: "Repère national",
    consommee: "Consommé depuis"
  },
  statut_friche: {sans_projet: "Sans projet"},
  gisement: {non_exploite: "Gisement potentiel et non exploité", nul_sans_potentiel: "Gisement nul"},
  destination: {habitat: "Habitat", activite: "Activité", route: "Routes"}
} as const;

/** The small made-up territory with the indicators of Tissu productif and Foncier; `collected: false` leaves them without a row. */
export function makeChapters({collected = true}: {collected?: boolean} = {}): Published {
  const base = makePublished();
  const index = new Map<string, IndicatorRow[]>();
  for (const territoire of base.territoires.filter(({niveau}) => niveau !== "autre_ti")) {
    const add: Add = (indicateur, valeur, [periode_debut, periode_fin], more = {}) => {
      const key = `${indicateur}|${territoire.niveau}|${territoire.code}`;
      const row: IndicatorRow = {
        ...{
          indicateur,
          niveau: territoire.niveau,
          code_territoire: territoire.code,
          periode_debut,
          periode_fin
        },
        ...{dimension: "total", modalite: "_T", nomenclature: null, reference: null},
        ...{valeur, valeur_min: null, valeur_max: null, numerateur: null, denominateur: null},
        ...{statut: valeur === null ? "non_applicable" : "connu", motif: null},
        ...more
      };
      index.set(key, [...(index.get(key) ?? []), row]);
    };
    if (collected) addRows(territoire, add);
  }
  const ids = [
    "sirene_etablissement",
    "sirene_succession",
    "side_creations",
    "side_stocks",
    "enaf",
    "cartofriches",
    "dvf",
    "rp_emploi_lt",
    "rp_emploi_lr",
    "populations"
  ];
  return {
    ...base,
    modalites: {
      ...base.modalites,
      ...Object.fromEntries(
        Object.entries(names).map(([dimension, labels]) => [
          dimension,
          Object.fromEntries(
            Object.entries(labels).map(([code, libelle]) => [code, {libelle, court: libelle}])
          )
        ])
      )
    },
    sources: [...base.sources, ...(collected ? ids.map(source) : [])],
    etablissements: collected
      ? [named("Fonderie d'Essai", "24.51Z"), named("Transports d'Essai", "49.41A")]
      : [],
    etablissementsRetires: null,
    rows: (indicateur, whom) => [
      ...base.rows(indicateur, whom),
      ...(index.get(`${indicateur}|${whom.niveau}|${whom.code}`) ?? [])
    ]
  };
}

const named = (denomination: string, code_ape: string) => ({
  ...{siret: "00000000000000", denomination, code_commune: "77001", code_ape, a38: "CH"},
  ...{tranche_effectifs: "12", effectif_min: 20, effectif_max: 49, date_statut: "2026-11-01"},
  ...{longitude: 2.9, latitude: 48.9}
});
