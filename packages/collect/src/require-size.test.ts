import {appendFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {DataError, type SourceFile, type SourceModule} from "@observatoire/catalog";
import {expect, test} from "vitest";
import {collectedAt, collectOptions} from "../test/collect-options.ts";
import {serve} from "../test/serve.ts";
import {temporaryFolder} from "../test/temporary-folder.ts";
import {inspectVillages, villagesModule} from "../test/villages.ts";
import {collectModule} from "./collect-module.ts";
import type {CollectOptions} from "./collect-options.ts";
import {recordAttempt} from "./source-state.ts";

/** `count` communes of Seine-et-Marne in a year. */
const csv = (count: number, year = 2025) =>
  `code_commune,annee\n${Array.from({length: count}, (_, index) => `77${String(index).padStart(3, "0")},${year}\n`).join("")}`;

/** A source whose files are what `contents` says, by address. */
async function serveVillages(overrides: Partial<SourceFile> = {}, files: readonly string[] = ["population"]) {
  const contents: Record<string, string> = {};
  const {url} = await serve((request, response) => {
    const content = contents[request.url?.slice(1) ?? ""];
    if (content === undefined) response.writeHead(404).end();
    else response.writeHead(200, {"content-length": content.length}).end(content);
  });
  const {source, ...rest} = villagesModule({kind: "http", url: `${url}/population`}, overrides);
  const declared = files.map((id) => ({
    ...source.files[0],
    id,
    transport: {kind: "http", url: `${url}/${id}`} as const
  }));
  const options = collectOptions();
  return {
    contents,
    options,
    collect: (more: Partial<CollectOptions> = {}, changes: Partial<SourceModule["source"]> = {}) =>
      collectModule({...rest, source: {...source, files: declared, ...changes}}, {...options, ...more})
  };
}

test.each([-40, 40])(
  "F28 : %i % de lignes, refusé en une phrase ; la version précédente reste",
  async (percent) => {
    const {contents, collect} = await serveVillages();
    contents.population = csv(500);
    await collect();
    contents.population = csv(500 + percent * 5, 2026);
    const {outcome, files} = await collect();
    expect(outcome).toBe("echec");
    expect(files[0]).toMatchObject({code: "SIZE", snapshot: {rows: 500}});
    expect(files[0]?.message).toBe(
      `villages/population, comparé au millésime 2025 : attendu 500 lignes à 25\u00a0% près, trouvé ${500 + percent * 5} lignes, soit ${percent < 0 ? "−" : "+"}40,0\u00a0% ; regarder le fichier du producteur puis, s'il est juste, relancer avec --accepter-taille villages.`
    );
    expect((await collect({acceptSize: ["autre"]})).outcome).toBe("echec");
    expect((await collect({acceptSize: ["villages"]})).files[0]).toMatchObject({
      outcome: "collecte",
      message: null
    });
    expect((await collect()).outcome).toBe("inchange");
  }
);

test("jusqu'à la borne, la sienne ou celle que la source déclare, il est accepté", async () => {
  const {contents, collect} = await serveVillages();
  contents.population = csv(400);
  await collect();
  contents.population = csv(500, 2026);
  expect((await collect()).outcome).toBe("collecte");
  contents.population = csv(800, 2027);
  expect((await collect({}, {sizeChange: {file: 0.5}})).outcome).toBe("echec");
  expect((await collect({}, {sizeChange: {file: 0.6}})).outcome).toBe("collecte");
});

test("sans nombre de lignes, les octets dépliés sont comparés", async () => {
  const {contents, collect} = await serveVillages();
  const inspect: typeof inspectVillages = async (...all) => ({
    ...(await inspectVillages(...all)),
    rows: null
  });
  contents.population = csv(400);
  await collect({inspect});
  contents.population = csv(200, 2026);
  expect((await collect({inspect})).message).toContain("octets, soit −");
});

test("trois fichiers de +20 % : celui qui fait passer la somme à 15 % est refusé", async () => {
  const {contents, collect} = await serveVillages({}, ["a", "b", "c"]);
  // Chacun le sien : les mêmes octets ne s'archivent pas deux fois.
  for (const id of ["a", "b", "c"]) contents[id] = csv(100);
  await collect();
  for (const id of ["a", "b", "c"]) contents[id] = csv(120, 2026);
  const {files} = await collect();
  expect(files.map(({outcome}) => outcome)).toEqual(["collecte", "collecte", "echec"]);
  expect(files[2]?.message).toContain(
    "villages, ses 3 fichiers ensemble : attendu 300 lignes à 15\u00a0% près, trouvé 360 lignes, soit +20,0\u00a0% ;"
  );
});

/** One collection a day, whose result is recorded as the command does. */
function daily({options, collect}: Awaited<ReturnType<typeof serveVillages>>) {
  let day = 0;
  return async (more: Partial<CollectOptions> = {}) => {
    const at = new Date(Date.parse(collectedAt) + day++ * 86_400_000);
    const outcome = await collect({...more, now: () => at});
    const faulty = outcome.files.find(({code}) => code !== null);
    const fault = faulty?.code ? new DataError(faulty.code, faulty.message ?? "") : null;
    await recordAttempt(options.dataDirectory, "villages", {at, durationMs: 1, fault});
    return outcome.files.map(({outcome, code}) => code ?? outcome);
  };
}

test("ce qui est passé avant le refus n'est pas la règle des passages suivants", async () => {
  const villages = await serveVillages({}, ["a", "b", "c"]);
  const collect = daily(villages);
  const give = (count: number, year: number, ids = ["a", "b", "c"]) => {
    for (const id of ids) villages.contents[id] = csv(count, year);
  };
  give(100, 2025);
  expect(await collect()).toEqual(["collecte", "collecte", "collecte"]);
  give(120, 2026);
  expect(await collect()).toEqual(["collecte", "collecte", "SIZE"]);
  expect(await collect()).toEqual(["inchange", "inchange", "SIZE"]);
  // Whatever comes next, it still counts against what was in service before the failure.
  give(126, 2026, ["a", "b"]);
  expect(await collect()).toEqual(["SIZE", "SIZE", "SIZE"]);
  expect(await collect({acceptSize: ["villages"]})).toEqual(["collecte", "collecte", "collecte"]);
  expect(await collect()).toEqual(["inchange", "inchange", "inchange"]);
  // What was accepted is the rule from then on.
  give(130, 2027);
  expect(await collect()).toEqual(["collecte", "collecte", "collecte"]);
  give(156, 2028);
  expect((await collect()).at(-1)).toBe("SIZE");
});

test("une taille acceptée devient la règle même si un autre fichier échoue encore", async () => {
  const villages = await serveVillages({}, ["a", "b", "c", "d"]);
  const collect = daily(villages);
  for (const id of ["a", "b", "c", "d"]) villages.contents[id] = csv(100);
  await collect();
  for (const id of ["a", "b", "c"]) villages.contents[id] = csv(124, 2026);
  delete villages.contents.d;
  expect(await collect()).toEqual(["collecte", "collecte", "SIZE", "SRC_GONE"]);
  expect(await collect({acceptSize: ["villages"]})).toEqual(["inchange", "inchange", "collecte", "SRC_GONE"]);
  villages.contents.d = csv(105, 2026);
  expect(await collect()).toEqual(["inchange", "inchange", "inchange", "collecte"]);
});

test("une source en échec depuis le premier jour se compare à ses premières versions", async () => {
  const villages = await serveVillages({}, ["a", "b", "c"]);
  const collect = daily(villages);
  for (const id of ["a", "b"]) villages.contents[id] = csv(100);
  expect(await collect()).toEqual(["collecte", "collecte", "SRC_GONE"]);
  for (const id of ["a", "b"]) villages.contents[id] = csv(120, 2026);
  expect(await collect()).toEqual(["collecte", "SIZE", "SRC_GONE"]);
});

test("autant de lignes, moitié moins d'octets : refusé, sauf si les colonnes ont changé", async () => {
  const {contents, collect} = await serveVillages({
    columns: {
      code_commune: {meaning: "Code officiel", type: "texte"},
      annee: {meaning: "Année", type: "entier"},
      libelle: {meaning: "Libellé", type: "texte", optional: true}
    }
  });
  const wide = (label: string) =>
    csv(400).replaceAll(",2025", `,2025,${label}`).replace("annee", "annee,libelle");
  contents.population = wide("Meaux et ses environs");
  await collect();
  contents.population = wide("");
  expect((await collect()).message).toContain(
    `attendu ${(wide("Meaux et ses environs").length / 1000).toFixed(0)}`
  );
  contents.population = csv(400);
  expect((await collect()).outcome).toBe("collecte");
});

test("une série : l'année est comparée à son édition d'avant, sinon à l'année d'avant", async () => {
  const options = collectOptions();
  const series = {series: {years: 3}} as const;
  const from = temporaryFolder();
  const give = (year: number, count: number) =>
    writeFileSync(join(from, `villages-${year}.csv`), csv(count, year));
  const module = villagesModule({kind: "http", url: "http://127.0.0.1:9/{annee}"}, series);
  give(2023, 100);
  give(2024, 110);
  expect((await collectModule(module, {...options, from})).message).toBeNull();
  give(2025, 150);
  expect((await collectModule(module, {...options, from})).message).toContain(
    "comparé au millésime 2024 : attendu 110 lignes"
  );
  give(2025, 120);
  give(2024, 60);
  const {files} = await collectModule(module, {...options, from});
  expect(files.map(({code}) => code)).toEqual([null, "SIZE", null]);
});

test("après un extrait, un fichier entier ou un autre extrait donné ; jamais l'inverse", async () => {
  const {contents, collect} = await serveVillages({rows: {min: 300, max: 1000}});
  const from = temporaryFolder();
  writeFileSync(join(from, "villages.csv"), csv(50));
  await collect({from});
  writeFileSync(join(from, "villages.csv"), csv(20, 2025));
  expect((await collect({from})).outcome).toBe("collecte");
  contents.population = csv(40, 2026);
  expect((await collect()).files[0]?.code).toBe("SIZE");
  contents.population = csv(400, 2026);
  expect((await collect()).outcome).toBe("collecte");
  writeFileSync(join(from, "villages.csv"), csv(50, 2027));
  expect((await collect({from})).files[0]?.code).toBe("SIZE");
});

test("le simulé ne se compare à rien, et rien ne se compare à lui", async () => {
  const {contents, collect} = await serveVillages();
  const from = temporaryFolder();
  const demo = {from, simulated: {seed: 7}};
  writeFileSync(join(from, "villages.csv"), csv(10));
  await collect(demo);
  contents.population = csv(500);
  expect((await collect()).outcome).toBe("collecte");
  appendFileSync(join(from, "villages.csv"), "77999,2026\n");
  expect((await collect(demo)).outcome).toBe("collecte");
});
