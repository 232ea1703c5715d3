import type {PageContent, SearchEntry, SiteContent} from "@observatoire/catalog";
import {fixtureFigure} from "./fixture-figure.ts";

const communes = [
  ["77284", "Meaux", "77100"],
  ["77468", "Torcy-la-Marne", "77200"],
  ["77118", "Le Plessis-Placy", "77440"],
  ["77327", "L'Haÿ-Bellevue", "77440"],
  ["77258", "Saint-Fiacre", "77470"]
] as const;

const site = "Territoire d'industrie Nord Est 77 – Meaux";

/** Ids of the placeholders of each shell that a page must fill. */
const figures: Readonly<Record<string, readonly string[]>> = {
  index: [
    "accueil-communes",
    "accueil-population",
    "accueil-effectif",
    "accueil-actifs",
    "accueil-base100",
    "accueil-carte"
  ],
  emploi: [
    "emploi-effectif",
    "emploi-etablissements",
    "emploi-part-industrie",
    "emploi-evolution",
    "emploi-base-100",
    "emploi-grands-secteurs",
    "emploi-specificite",
    "emploi-structure-dynamique",
    "emploi-partage-structurel",
    "emploi-partage-table",
    "emploi-bande-ti",
    "emploi-carte",
    "emploi-comparaison-industrie",
    "emploi-krugman",
    "emploi-table-a38"
  ],
  tissu: [
    "tissu-actifs",
    "tissu-employeurs",
    "tissu-creation",
    "tissu-survie",
    "tissu-definitions",
    "tissu-secteurs",
    "tissu-taille",
    "tissu-creations",
    "tissu-concentration",
    "tissu-evolution",
    "tissu-survie-courbe",
    "tissu-carte",
    "tissu-age",
    "tissu-industrie",
    "tissu-renouvellement",
    "tissu-siege",
    "tissu-communes"
  ],
  foncier: [
    "foncier-conso",
    "foncier-part-activite",
    "foncier-friches",
    "foncier-par-emploi",
    "foncier-annuel",
    "foncier-trajectoire",
    "foncier-comparaison",
    "foncier-carte",
    "foncier-friches-statut",
    "foncier-gisement",
    "foncier-friches-communes",
    "foncier-destinations"
  ],
  "prix-foncier": [
    "prix-locaux",
    "prix-terrain",
    "prix-locaux-niveaux",
    "prix-terrain-niveaux",
    "prix-ventes"
  ],
  "territoires/index": ["territoires-carte"],
  "territoires/territoire": [
    "territoire-population",
    "territoire-effectif",
    "territoire-etablissements",
    "territoire-part-industrie",
    "territoire-actifs",
    "territoire-base-100",
    "territoire-grands-secteurs",
    "territoire-tailles",
    "territoire-conso",
    "territoire-friches",
    "territoire-comparaison"
  ]
};

/** A page of the fixture, with a figure for each placeholder of its shell. */
export function fixturePage(shell: string, page: Partial<PageContent> = {}): PageContent {
  return {
    shell,
    path: shell,
    title: "Accueil",
    description: "Chiffres publics du territoire.",
    chapeau: null,
    figures: (figures[shell] ?? []).map(fixtureFigure),
    blocs: {},
    valeurs: {"territoire.nom": site, "territoire.de": `du ${site}`, "territoire.le": `le ${site}`},
    breadcrumb: [],
    previous: null,
    next: null,
    ...page
  };
}

/** What a session saw, spaces and signs as they were: no typography is applied to it again. */
export const frozenBody =
  "<h2>Ce qui a changé</h2>\n<p>L’action A1 passe à «\u00a0Réalisé\u00a0», rien d'autre.</p>";

/** A whole small site: each shell once, `territories` stamped pages. */
export function fixtureContent(
  overrides: Partial<SiteContent> = {},
  territories: number = communes.length
): SiteContent {
  const home = {title: "Accueil", path: "index"};
  const pages = [
    fixturePage("index", {
      chapeau: "L'industrie pèse 12\u00a0% de l'emploi privé, 1,2 point de moins qu'en France.",
      blocs: {
        "accueil-constats":
          '<ul class="constats"><li>L\'emploi privé a augmenté de 4\u00a0% en dix ans.</li></ul>',
        "accueil-acces":
          '<ul class="cartes"><li><a href="/emploi"><strong>Emploi et secteurs</strong>Niveau, évolution, spécialités.</a></li><li><a href="/territoires/index"><strong>Territoires</strong>Une fiche par commune.</a></li></ul>'
      },
      next: {title: "Emploi et secteurs", path: "emploi"}
    }),
    fixturePage("emploi", {
      title: "Emploi et secteurs",
      chapeau: "L'emploi privé a suivi la France jusqu'en 2019, puis l'a dépassée.",
      breadcrumb: [home],
      previous: home,
      next: {title: "Tissu productif", path: "tissu"}
    }),
    fixturePage("tissu", {
      title: "Tissu productif",
      chapeau: "Le territoire compte environ 14 000 établissements actifs, dont un sur quatre est employeur.",
      breadcrumb: [home],
      previous: {title: "Emploi et secteurs", path: "emploi"},
      next: {title: "Foncier", path: "foncier"}
    }),
    fixturePage("foncier", {
      title: "Foncier",
      chapeau: "En dix ans, 210 hectares ont été consommés, dont un tiers pour l'activité économique.",
      breadcrumb: [home],
      previous: {title: "Tissu productif", path: "tissu"},
      next: {title: "Territoires", path: "territoires/index"}
    }),
    fixturePage("prix-foncier", {
      title: "Prix du foncier et des locaux d'activité",
      indexable: false,
      breadcrumb: [home, {title: "Foncier", path: "foncier"}]
    }),
    fixturePage("territoires/index", {
      title: "Territoires",
      breadcrumb: [home],
      blocs: {
        "territoires-liste": `<ul class="plan">${communes.map(([code, nom]) => `<li><a href="/territoires/commune-${code}">${nom}</a></li>`).join("")}</ul>`
      }
    }),
    ...Array.from({length: territories}, (_, order) => territoryPage(order)),
    fixturePage("programme/vide", {
      path: "programme/index",
      title: "Plan d'actions",
      blocs: {"programme-notice": ""},
      breadcrumb: [home]
    }),
    fixturePage("seances/index", {
      title: "Séances",
      breadcrumb: [home],
      blocs: {"seances-liste": '<ul><li><a href="/seances/2026-11-24">COPIL de novembre</a></li></ul>'}
    }),
    fixturePage("seances/seance", {
      path: "seances/2026-11-24",
      title: "COPIL de novembre",
      breadcrumb: [home, {title: "Séances", path: "seances/index"}],
      valeurs: {"seance.titre": "COPIL de novembre"},
      blocs: {"seance-entete": "<p>Séance du 24 novembre 2026.</p>"},
      frozen: frozenBody
    }),
    fixturePage("methode", {
      title: "Méthode et sources",
      breadcrumb: [home],
      blocs: {
        "methode-indicateurs":
          "<h3>Part de l'industrie</h3><p>Emplois de l'industrie rapportés à l'emploi privé.</p>",
        "methode-sources": "<p>Urssaf.</p>",
        "methode-licences": "<p>ODbL.</p>"
      }
    }),
    fixturePage("etat", {
      title: "État des données",
      breadcrumb: [home],
      blocs: {
        "etat-sources": "<p>À jour.</p>",
        "etat-controles": "<p>12 contrôles passés.</p>",
        "etat-run": "<p>Hier.</p>",
        "etat-historique": "<p>Hier, en 12 s.</p>"
      }
    }),
    fixturePage("changements", {
      title: "Ce qui a changé",
      breadcrumb: [home, {title: "État des données", path: "etat"}],
      blocs: {"changements-resume": "<p>0 changement.</p>", "changements-detail": "<p>Rien.</p>"}
    })
  ];
  return {
    title: `Observatoire du ${site}`,
    territoire: site,
    publisher: "Communauté d'agglomération du Pays de Meaux",
    contact: "observatoire@exemple.fr",
    address: null,
    logo: null,
    run: "2026-11-23-1",
    date: "2026-11-23",
    nextBefore: "2026-12-07",
    simulated: true,
    deployment: "demo",
    sources: [],
    pages,
    search: fixtureSearch(),
    ...overrides
  };
}

function territoryPage(order: number): PageContent {
  const [code, nom] = communes[order % communes.length]!;
  const path = `territoires/commune-${order < communes.length ? code : 10_000 + order}`;
  return fixturePage("territoires/territoire", {
    path,
    title: nom,
    breadcrumb: [
      {title: "Accueil", path: "index"},
      {title: "Territoires", path: "territoires/index"}
    ],
    valeurs: {"territoire.nom": nom, "territoire.de": `de ${nom}`, "territoire.le": nom},
    blocs: {"territoire-liens": '<p><a href="/territoires/index">Tous les territoires</a></p>'}
  });
}

export function fixtureSearch(): SearchEntry[] {
  return [
    ...communes.map(([code, nom, postal]) => ({
      kind: "territoire" as const,
      title: nom,
      detail: `commune · ${code}`,
      path: `territoires/commune-${code}`,
      words: `${code} ${postal}`
    })),
    {
      kind: "indicateur",
      title: "Part de l'industrie",
      detail: "indicateur",
      path: "emploi#figure-emploi-part-industrie",
      words: "industriel usine"
    },
    {kind: "page", title: "Méthode et sources", detail: "page", path: "methode", words: "formules licences"}
  ];
}
