import type {FigureSpec, Manifest, PageContent} from "@observatoire/catalog";
import {findBannedWords} from "@observatoire/findings";
import {expect, test} from "vitest";
import {sources} from "../src/modules.ts";
import {siteContent} from "../src/site-content.ts";
import {makePublished} from "./published-fixture.ts";

const manifest: Manifest = {
  run: "20261101-000000-essai",
  startedAt: "2026-11-01T00:00:00.000Z",
  endedAt: "2026-11-01T00:01:00.000Z",
  commit: "inconnu",
  fingerprint: "0",
  state: "0",
  dataRun: "20261101-000000-essai",
  previous: null,
  refreshedAt: "2026-11-01T00:01:00.000Z",
  nextBefore: "2026-11-15",
  programme: null,
  corrections: [],
  retraits: null,
  demo: true,
  territoire: {code: "essai", nom: "Essai", communes: 3},
  sources: [],
  checks: [],
  tables: [],
  simulated: true
};

function build(options: {urssaf?: boolean} = {}) {
  const declaration = {
    nom: "Essai",
    code: "essai",
    perimetre: {communes: ["77001", "77002", "77003"]},
    label: "2023-11-09",
    axes: [],
    editeur: "Essai",
    contact: "essai@exemple.fr",
    logo: null,
    adresse_du_site: null,
    deploiement: "demo"
  } as unknown as Parameters<typeof siteContent>[2];
  return siteContent(makePublished(options), manifest, declaration, sources);
}

const content = build();
const figures = content.pages.flatMap((page) => page.figures.map((figure) => ({page, figure})));
const page = (path: string): PageContent => {
  const found = content.pages.find((one) => one.path === path);
  if (!found) throw new Error(`page ${path} absente`);
  return found;
};
const figure = (path: string, id: string): FigureSpec => {
  const found = page(path).figures.find((one) => one.id === id);
  if (!found) throw new Error(`figure ${id} absente de ${path}`);
  return found;
};
const plain = (text: string | null) => (text ?? "").replace(/[\u00a0\u202f]/g, " ");
const texts = ({title, subtitle, reading, alt, empty, limits}: FigureSpec) =>
  [title, subtitle, reading, alt, empty ?? "", ...limits].join("\n");

test.each(figures)("$page.path $figure.id says what it shows, without a hole", ({figure}) => {
  for (const text of [figure.title, figure.subtitle, figure.reading, figure.alt]) {
    expect(text.trim()).not.toBe("");
  }
  expect(texts(figure)).not.toMatch(/NaN|null|undefined|Infinity| {2}/);
  expect(figure.title).toMatch(/^[A-ZÀ-Ý0-9].*[^.]$/);
  expect(figure.reading).toMatch(/\.$/);
});

test("no text claims a cause", () => {
  const guilty = content.pages.flatMap((one) =>
    [one.description, one.chapeau ?? "", ...one.figures.map(texts)].flatMap(findBannedWords)
  );
  expect(guilty).toEqual([]);
});

test("figures have one id each on a page, and sources unless they are empty", () => {
  for (const {figures, path} of content.pages) {
    const ids = figures.map(({id}) => id);
    expect(new Set(ids).size, path).toBe(ids.length);
  }
  for (const {figure} of figures)
    if (figure.empty === null) expect(figure.sources, figure.id).not.toEqual([]);
});

test("the simulated mark follows the sources of each figure", () => {
  for (const {figure} of figures) {
    expect(figure.simulated, figure.id).toBe(figure.sources.some(({simulated}) => simulated));
  }
  expect(figure("index", "accueil-population").simulated).toBe(false);
  expect(figure("index", "accueil-effectif").simulated).toBe(true);
  expect(content.simulated).toBe(true);
});

test("key figures are compared: 41,000 of 1,400,000 is 2.9 %; (1,100 / 1,000)^(1/10) − 1 is +1 % a year", () => {
  const comparison = (path: string, id: string) => {
    const found = figure(path, id);
    return found.kind === "chiffre-cle" ? plain(found.comparison) : "";
  };
  expect(comparison("index", "accueil-population")).toBe("2,9 % de la population de Seine-et-Marne");
  expect(comparison("territoires/ti-essai", "territoire-etablissements")).toMatch(
    /^\+1 % par an depuis 2015, plus vite qu'en France/
  );
});

test("twelve jobs give counts, and neither a share nor a curve", () => {
  const village = "territoires/commune-77002";
  expect(plain(figure(village, "territoire-base-100").title)).toContain("effectif trop faible pour conclure");
  expect(plain(figure(village, "territoire-base-100").empty)).toContain("Courbe non tracée sous 100 emplois");
  expect(figure(village, "territoire-part-industrie").rows).toEqual([]);
  expect(figure(village, "territoire-grands-secteurs").columns.map(({name}) => name)).toEqual([
    "secteur",
    "effectif"
  ]);
  expect(figure(village, "territoire-comparaison").rows[0]).toMatchObject({
    part_industrie: null,
    evolution: null
  });
  expect(plain(page(village).chapeau)).toContain("effectif trop faible pour conclure");
});

test("the communes are counted by EPCI, the largest first", () => {
  expect(plain(figure("index", "accueil-communes").reading)).toBe(
    "Le Territoire d'industrie Essai réunit 3 communes : 2 dans la communauté d'agglomération de la Ville et 1 dans la communauté de communes du Plateau."
  );
});

test("a commune without a job says so", () => {
  const solitude = "territoires/commune-77003";
  expect(plain(page(solitude).chapeau)).toContain("on ne compte aucun emploi salarié privé à Solitude");
  expect(figure(solitude, "territoire-grands-secteurs").empty).toContain("aucun emploi");
});

test("the label date marks the curve with its day", () => {
  const curve = figure("emploi", "emploi-base-100");
  expect(plain(curve.kind === "lignes" ? (curve.mark?.label ?? "") : "")).toBe(
    "labellisation, 9 novembre 2023"
  );
});

test("an EPCI is compared with the perimeter that holds it; a comparison is listed once, ours first", () => {
  const names = figure("territoires/epci-200000001", "territoire-comparaison").rows.map(
    (row) => row.territoire
  );
  expect(names).toEqual(["CA de la Ville", "Essai", "Seine-et-Marne", "Île-de-France", "France"]);
});

test("without the employment source, every figure on it says what to collect", () => {
  const absent = build({urssaf: false}).pages.find(({path}) => path === "emploi");
  for (const {id, empty} of absent?.figures ?? []) {
    if (id !== "emploi-bande-ti") expect(empty, id).toContain("npx observatoire collect urssaf");
  }
});

test("« Refaire le chemin » leads to a number: the first indicator of a figure has a row in the last year it shows", () => {
  const published = makePublished({});
  const lost = figures.flatMap(({page: {path}, figure: {id, indicators, period, empty}}) => {
    const [first] = indicators;
    if (!first || empty !== null) return [];
    const key = path.split("/")[1] ?? "";
    const own = published.territoires.find(({niveau, code}) => `${niveau}-${code.toLowerCase()}` === key);
    const rows = published.rows(first.id, own ?? published.territory("ti")!);
    return rows.some((row) => row.periode_fin.startsWith(period.to.slice(0, 4)))
      ? []
      : [`${path} ${id} ${first.id}`];
  });
  expect(lost).toEqual([]);
});
