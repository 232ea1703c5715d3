import type {Manifest, ManifestSource, RowAccount, Snapshot} from "@observatoire/catalog";
import {expect, test} from "vitest";
import {sources} from "../modules.ts";
import type {JournalEntry} from "../read-journal.ts";
import {etatPage} from "./etat.ts";
import {tellFailure} from "./etat-sources.ts";

const snapshot = (source: string, file: string, vintage: string, vintageDate: string): Snapshot => ({
  ...{source, file, vintage, vintageDate, path: "", origin: "", kind: "fourni", sha256: "", bytes: 0},
  ...{unpackedBytes: 0, etag: null, lastModified: null, simulated: false, rows: 10},
  collectedAt: "2026-11-01T00:00:00.000Z"
});
const entry = (
  source: string,
  files: [Snapshot, RowAccount | null][],
  more: Partial<ManifestSource> = {}
): ManifestSource => ({
  ...{source, outcome: "inchange", message: null, failure: null},
  ...{attemptedAt: "2026-11-24T05:15:00.000Z", durationMs: 95_000},
  files: files.map(([snapshot, rows]) => ({snapshot, rows, partial: false})),
  ...more
});
const rows = (read: number, more: Partial<RowAccount> = {}): RowAccount => ({
  ...{read, loaded: read, rejected: 0, duplicates: 0},
  ...more
});
const run = (read: ManifestSource[], more: Partial<Manifest> = {}): Manifest => ({
  ...{run: "r2", dataRun: "r2", previous: "r1", commit: "c", fingerprint: "", state: "", demo: false},
  ...{startedAt: "2026-11-24T05:15:00.000Z", endedAt: "2026-11-24T05:17:31.000Z", nextBefore: "2026-12-08"},
  ...{refreshedAt: "2026-11-24T05:17:31.000Z", programme: null, corrections: [], retraits: null},
  ...{territoire: {code: "x", nom: "X", communes: 1}, checks: [], tables: [], simulated: false},
  sources: read,
  ...more
});
const jobs = (vintageDate = "2025-12-31") =>
  snapshot("urssaf", "commune_ape", "31 décembre 2025", vintageDate);
const today = "2026-11-24T05:17:31.000Z";
const blocs = (manifest: Manifest, more: object = {}) =>
  etatPage(manifest, sources, {journal: [], runs: [], previous: null, today, ...more}).blocs;
const text = (html = "") =>
  html
    .replace(/<[^>]+>/g, " ")
    .replace(/[\s\u00a0\u202f]+/g, " ")
    .trim();

test("les années d'une série font une ligne, dont le compte dit ce qui est gardé", () => {
  const manifest = run([
    entry("dvf", [
      [snapshot("dvf", "mutation", "30 juin 2026", "2026-06-30"), rows(20, {kept: 3})],
      [snapshot("dvf", "mutation", "31 décembre 2025", "2025-12-31"), null]
    ])
  ]);
  const table = blocs(manifest)["etat-sources"] ?? "";
  expect(table.match(/<tr><th scope="row">/g)).toHaveLength(1);
  expect(text(table)).toContain("30 juin 2026 (2 fichiers, depuis 2025)");
  expect(text(table)).toContain("20 – 20 dont 3 gardées une à une pour le territoire 0 0");
});

test("a failing source comes first, says since when and why, and stays so when it is late as well", () => {
  const failure = {
    since: "2026-11-22T05:15:00.000Z",
    code: "SRC_UNAVAILABLE" as const,
    message:
      "urssaf : attendu une réponse, trouvé une erreur 503 dans /srv/obs/data/x.part\n    at collect (/srv/a.ts:3)"
  };
  const manifest = run([
    entry("enaf", [[snapshot("enaf", "commune", "1er janvier 2026", "2026-01-01"), rows(5)]]),
    entry("urssaf", [[jobs("2020-12-31"), rows(8)]], {outcome: "echec", failure, message: failure.message})
  ]);
  const shown = blocs(manifest)["etat-sources"] ?? "";
  expect(shown.indexOf('id="etat-urssaf" open')).toBeGreaterThan(0);
  expect(shown.indexOf('id="etat-urssaf"')).toBeLessThan(shown.indexOf('id="etat-enaf"'));
  expect(text(shown)).toContain("2 sources : 1 actualisation en échec, 1 à jour.");
  expect(text(shown)).toContain(
    "Données au 31 décembre 2020, actualisation en échec depuis le 22 novembre 2026. urssaf : attendu une réponse, trouvé une erreur 503 dans x.part"
  );
  expect(text(shown)).toMatch(/périmées depuis le/);
  const absent = run([entry("cog", []), entry("enaf", [])]);
  expect(text(blocs(absent)["etat-sources"])).toContain("2 sources : 2 non disponibles.");
  expect(shown).not.toMatch(/\/srv|at collect/);
});

test("a source whose next edition should have come is late, whatever its last attempt gave", () => {
  const late = run([entry("urssaf", [[jobs("2025-05-01"), rows(8)]])]);
  const shown = text(blocs(late)["etat-sources"]);
  expect(shown).toContain("1 en retard");
  expect(shown).toContain("édition suivante attendue depuis le");
  expect(shown).not.toMatch(/à jour/i);
  expect(text(blocs(run([entry("urssaf", [[jobs(), rows(8)]])]))["etat-sources"])).toContain("1 à jour");
});

test("a source says its dates, its duration, its rows, what they were before, and what the producer changed", () => {
  const now = {...jobs(), warnings: ["Colonne « x » ajoutée."]};
  const manifest = run([
    entry("urssaf", [[now, rows(1500, {loaded: 1490, rejected: 7, duplicates: 3})]], {outcome: "collecte"})
  ]);
  const previous = run([entry("urssaf", [[jobs(), rows(1600)]])], {run: "r1", dataRun: "r1"});
  const shown = text(blocs(manifest, {previous})["etat-sources"]);
  expect(shown).toContain("1 500 lignes lues, 7 rejetées");
  expect(shown).toContain("24 novembre 2026 , nouvelle version reçue (durée : 1 min 35 s)");
  expect(shown).toContain("attendue avant le");
  expect(shown).toMatch(/31 décembre 2025 1 500 −100 1 490 7 3/);
  expect(shown).toContain("Colonne « x » ajoutée.");
});

test("rows of pages published again are compared with the run before the one that brought the values", () => {
  const read = (count: number) => [entry("urssaf", [[jobs(), rows(count)]])];
  const older = run(read(1600), {run: "r0", dataRun: "r0", previous: null});
  const origin = run(read(1500), {run: "r1", dataRun: "r1", previous: "r0"});
  const again = run(read(1500), {run: "r2", dataRun: "r1", previous: "r1"});
  const shown = (runs: Manifest[]) => text(blocs(again, {previous: origin, runs})["etat-sources"]);
  expect(shown([older, origin])).toMatch(/31 décembre 2025 1 500 −100/);
  expect(shown([origin])).toMatch(/31 décembre 2025 1 500 – /);
});

test("the history tells each attempt once, the latest first: what was published, what failed, what was not run", () => {
  const line = (at: string, more: Partial<JournalEntry>): JournalEntry => ({
    ...{startedAt: `2026-11-${at}:00.000Z`, endedAt: `2026-11-${at}:42.000Z`, exit: 0, code: null},
    ...{run: "r1", changed: null, sources: []},
    ...more
  });
  const failed = [{source: "urssaf", outcome: "echec", code: "SRC_UNAVAILABLE", durationMs: 1}];
  const journal = [
    line("20T05:15", {changed: "donnees"}),
    line("21T05:15", {}),
    line("22T05:15", {exit: 9, code: "LOCKED", run: null}),
    line("23T05:15", {exit: 6, code: "CHECK"}),
    line("23T06:15", {exit: 13, code: "PARTIAL", run: "r1b", changed: "etat", sources: failed})
  ];
  const runs = ["r0", "r1"].map((id, index) =>
    run([], {
      run: id,
      dataRun: id,
      endedAt: `2026-11-${19 + index}T05:16:00.000Z`,
      startedAt: `2026-11-${19 + index}T05:15:00.000Z`
    })
  );
  const shown = text(blocs(run([]), {journal, runs})["etat-historique"]);
  const lines = shown.split(/(?=\b\d{1,2} novembre 2026)/).slice(1);
  expect(lines.map((one) => one.trim())).toEqual([
    "24 novembre 2026 5 h 17 2 min 31 s Nouvelles données publiées",
    expect.stringMatching(
      /^23 novembre 2026 6 h 15 42 s Pages publiées de nouveau, mêmes valeurs En échec : .*salariés/
    ),
    "23 novembre 2026 5 h 15 42 s Échec, un contrôle des données n'a pas passé : la version précédente est restée en ligne",
    "22 novembre 2026 5 h 15 42 s Non lancée : une autre actualisation était en cours",
    "21 novembre 2026 5 h 15 42 s Rien de nouveau",
    "20 novembre 2026 5 h 15 42 s Nouvelles données publiées",
    "19 novembre 2026 5 h 16 1 min 00 s Nouvelles données publiées"
  ]);
});

test("the history keeps its last twenty attempts; the page promises the next one", () => {
  const journal = Array.from({length: 30}, (_, index): JournalEntry => {
    const at = new Date(Date.parse("2026-10-20T05:00:00Z") + index * 86_400_000).toISOString();
    return {...{startedAt: at, endedAt: at, exit: 0, code: null, run: null, changed: null}, sources: []};
  });
  const manifest = run([], {dataRun: "r1"});
  const {"etat-historique": history = "", "etat-run": about} = blocs(manifest, {journal});
  expect(history.match(/<tr><th scope="row">/g)).toHaveLength(20);
  expect(text(about)).toContain("Prochaine actualisation attendue le 8 décembre 2026");
  expect(text(about)).toContain("celles du passage r1 , inchangées");
});

test.each([
  ["dossier /a/b/c.csv : illisible", "dossier c.csv : illisible"],
  ["trouvé « /var/x » ; relancer", "trouvé « x » ; relancer"],
  [
    "voir https://open.urssaf.fr/api/v2 et data/snapshots/urssaf",
    "voir https://open.urssaf.fr/api/v2 et data/snapshots/urssaf"
  ]
])("%s", (message, shown) => {
  expect(tellFailure(message)).toBe(shown);
});
