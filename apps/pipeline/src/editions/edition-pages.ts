import {cpSync, existsSync, readdirSync, readFileSync, statSync} from "node:fs";
import {join} from "node:path";
import {formatBytes, formatDate, type PageContent} from "@observatoire/catalog";
import type {Visibilite} from "@observatoire/programme";
import {type Html, html} from "../pages/html.ts";
import type {Project} from "../project.ts";
import {type Edition, type Editions, frozenName, type WithheldEdition} from "./edition-folder.ts";

export interface Sessions {
  /** Frozen sessions that this build shows, the latest first. */
  seances: {date: string; titre: string}[];
  pages: PageContent[];
  /** Puts their files into the site. */
  copy: (out: string) => void;
}

const home = {title: "Accueil", path: "index"};
const list = {title: "Séances", path: "seances/index"};

/** Pages of the frozen sessions: their bodies go into the site as they are; a damaged one says so at its address. */
export function editionPages(
  project: Project,
  {intact, withheld}: Editions,
  visibilite: Visibilite
): Sessions {
  const editions = intact.flatMap((edition) => {
    const lecture = edition.lectures.find((one) => one.visibilite === visibilite);
    return lecture ? [{edition, lecture, folder: join(project.editions, edition.date, visibilite)}] : [];
  });
  return {
    seances: editions.map(({edition: {date, titre}}) => ({date, titre})),
    pages: [
      listPage(
        editions.map(({edition}) => edition),
        withheld
      ),
      ...editions.flatMap((one) => sessionPages(one)),
      ...withheld.map((one) => withheldPage(one))
    ],
    copy: (out) => {
      for (const {edition, folder} of editions) {
        const to = join(out, "seances", edition.date);
        cpSync(join(folder, "documents"), join(to, "documents"), {recursive: true});
        if (existsSync(join(folder, "fichiers"))) cpSync(join(folder, "fichiers"), to, {recursive: true});
      }
    }
  };
}

type Lecture = Edition["lectures"][number];

function listPage(editions: readonly Edition[], withheld: readonly WithheldEdition[]): PageContent {
  const items = [
    ...editions.map(({date, titre}) => ({date, titre, note: ""})),
    ...withheld.map((one) => ({date: one.date, titre: titleOf(one), note: " : non montrée"}))
  ].sort((a, b) => b.date.localeCompare(a.date));
  const bloc =
    items.length === 0
      ? html`<p>Aucune séance n'est encore figée. Après une actualisation, lancer <code>npx observatoire edition create 2026-12-03 --titre "COPIL de décembre"</code>, puis <code>npx observatoire refresh</code>.</p>`
      : html`<ul class="instances">${items.map(({date, titre, note}) => html`<li><p><time datetime="${date}">${formatDate(date)}</time> <a href="/seances/${date}">${titre}</a>${note}</p></li>`)}</ul>`;
  return {
    ...common,
    shell: "seances/index",
    path: list.path,
    title: list.title,
    description: "Ce que chaque séance du comité a vu, figé à sa date.",
    blocs: {"seances-liste": bloc.html},
    breadcrumb: [home]
  };
}

const titleOf = ({date, titre}: WithheldEdition): string => titre ?? `Séance du ${formatDate(date)}`;

/** What readers are told of a session that is not shown. */
export const withheldNotice = ({date, why}: WithheldEdition): string =>
  `La séance du ${formatDate(date)} n'est pas montrée : ${
    why === "modifiee"
      ? "ses fichiers ne sont plus ceux qui ont été figés. Elle reparaîtra à cette adresse dès qu'ils auront été remis depuis la sauvegarde."
      : "elle contient une information qui ne peut plus être diffusée."
  }`;

/** Stands at the permanent address of a session that is not shown. */
function withheldPage(edition: WithheldEdition): PageContent {
  const {date} = edition;
  return {
    ...common,
    shell: "seances/seance",
    path: `seances/${date}`,
    title: titleOf(edition),
    description: `La séance du ${formatDate(date)} n'est pas montrée.`,
    indexable: false,
    blocs: {"seance-entete": html`<p class="attention">${withheldNotice(edition)}</p>`.html},
    valeurs: {"seance.titre": titleOf(edition)},
    breadcrumb: [home, list]
  };
}

const common = {chapeau: null, figures: [], blocs: {}, valeurs: {}, previous: null, next: null} as const;

interface Session {
  edition: Edition;
  lecture: Lecture;
  folder: string;
}

/** The opening page of a session, its pages, and all its figures one a screen. */
function sessionPages(session: Session): PageContent[] {
  const {edition, lecture, folder} = session;
  const {date, titre} = edition;
  const body = (path: string) =>
    readFileSync(join(folder, "pages", `${path.replaceAll("/", "-")}.html`), "utf8");
  const address = `seances/${date}`;
  const simulated = lecture.pages.some((page) => page.simulated);
  const opening: PageContent = {
    ...common,
    shell: "seances/seance",
    path: address,
    title: titre,
    description: `Ce que la séance du ${formatDate(date)} a vu.`,
    blocs: {"seance-entete": openingBloc(session).html},
    valeurs: {"seance.titre": titre},
    frozen: readFileSync(join(folder, "ouverture.html"), "utf8"),
    frozenSimulated: simulated,
    asOf: edition.figee.slice(0, 10),
    breadcrumb: [home, list]
  };
  const frozenPage = (
    name: string,
    title: string,
    content: {frozen: string; simulated: boolean}
  ): PageContent => ({
    ...common,
    shell: "seances/page",
    path: name,
    title: `${title} (séance du ${formatDate(date)})`,
    description: `${title}, tel que la séance du ${formatDate(date)} l'a vu.`,
    indexable: false,
    blocs: {
      "seance-rappel":
        html`<p class="attention">Page figée : elle montre ce que la séance du ${formatDate(date)} a vu, et ne change plus. <a href="/${address}">Retour à la séance</a>.</p>`
          .html
    },
    valeurs: {"seance.page": title},
    frozen: content.frozen,
    frozenSimulated: content.simulated,
    asOf: edition.figee.slice(0, 10),
    breadcrumb: [home, list, {title: titre, path: address}]
  });
  return [
    opening,
    frozenPage(`${address}-projection`, "Projection", {
      frozen: projection(lecture.pages.map(({path}) => ({path, body: body(path)}))),
      simulated
    }),
    ...lecture.pages.map((page) =>
      frozenPage(`seances/${frozenName(date, page.path)}`, page.title, {
        frozen: body(page.path),
        simulated: page.simulated
      })
    )
  ];
}

/** A chapter gives its first charts: the page is for a projector, and stays light. */
const chartsPerChapter = 3;

/** Charts of the session, each once, in the order of its pages. */
function projection(pages: readonly {path: string; body: string}[]): string {
  const charts = new Map<string, string>();
  for (const {path, body} of pages) {
    if (path.startsWith("territoires/")) continue;
    const found = [...body.matchAll(chart)].filter(([, kind]) => kind !== "chiffre-cle" && kind !== "table");
    const kept = path.startsWith("programme/") ? found : found.slice(0, chartsPerChapter);
    for (const [figure, , id] of kept) if (!charts.has(id!)) charts.set(id!, figure);
  }
  return `<h2>Les figures de la séance</h2>\n${[...charts.values()].join("\n")}`;
}

const chart = /<figure class="figure figure--([\w-]+)" id="([^"]+)"[\s\S]*?<\/figure>/g;

function openingBloc({edition, lecture, folder}: Session): Html {
  const {date, figee, run} = edition;
  const documents = readdirSync(join(folder, "documents"), {withFileTypes: true})
    .filter((entry) => entry.isFile())
    .map(({name}) => ({name, bytes: statSync(join(folder, "documents", name)).size}))
    .sort((a, b) => rank(a.name) - rank(b.name) || a.name.localeCompare(b.name));
  const pages = lecture.pages.filter(({path}) => !path.startsWith("programme/action-"));
  return html`<p>Séance du ${formatDate(date)}, figée le ${formatDate(figee)} (passage <code>${run}</code>). <a href="/seances/${date}-projection">Projeter les figures</a>.</p>
<details><summary>Les pages de la séance</summary><ul class="plan">${pages.map(({path, title}) => html`<li><a href="/seances/${frozenName(date, path)}">${title}</a></li>`)}</ul></details>
<details open><summary>Les documents à emporter</summary><ul class="plan">${documents.map(({name, bytes}) => html`<li><a href="/seances/${date}/documents/${name}" download>${documentTitle(name, lecture.pages)}</a> <span class="precision">${formatBytes(bytes)}</span></li>`)}</ul></details>`;
}

const orders = [
  /^dossier.*\.pdf$/,
  /^dossier.*\.pptx$/,
  /\.xlsx$/,
  /^rapport/,
  /^note-(?!epci)/,
  /^note-epci/
];
const rank = (name: string): number => {
  const found = orders.findIndex((order) => order.test(name));
  return found < 0 ? orders.length : found;
};

function documentTitle(name: string, pages: Lecture["pages"]): string {
  if (/^dossier.*\.pdf$/.test(name)) return "Dossier de séance (PDF)";
  if (/^dossier.*\.pptx$/.test(name)) return "Diaporama (PPTX)";
  if (name === "indicateurs.xlsx") return "Les indicateurs (XLSX)";
  if (name === "plan.xlsx") return "Le plan d'actions (XLSX)";
  if (name.startsWith("rapport")) return "Rapport aux instances régionales et nationales (PDF)";
  const [, what] = /^note-(.*)\.pdf$/.exec(name) ?? [];
  const page = pages.find(({path}) => path === `territoires/${what}` || path === `programme/axe-${what}`);
  return page ? `Note d'une page : ${page.title} (PDF)` : name;
}
