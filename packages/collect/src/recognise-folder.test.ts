import {mkdirSync, readdirSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {expect, test} from "vitest";
import {temporaryFolder} from "../test/temporary-folder.ts";
import {inspectVillages, villagesModule} from "../test/villages.ts";
import {formatRecognition} from "./format-recognition.ts";
import {recogniseFolder} from "./recognise-folder.ts";

const villages = villagesModule({kind: "http", url: ""});

/** A folder holding these files, recognised as the villages source. */
async function recognise(files: Record<string, string>) {
  const folder = temporaryFolder();
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(folder, path, ".."), {recursive: true});
    writeFileSync(join(folder, path), text);
  }
  const workDirectory = temporaryFolder();
  const recognition = await recogniseFolder(folder, [villages], {inspect: inspectVillages, workDirectory});
  expect(readdirSync(workDirectory)).toEqual([]);
  return recognition;
}

const csv = (year: number, ...codes: string[]) =>
  `code_commune,annee\n${codes.map((code) => `${code},${year}\n`).join("")}`;

test("fichier par fichier : retenu, écarté, refusé, inconnu ; le caché est ignoré", async () => {
  const {files, missing} = await recognise({
    "villages-france.csv": csv(2024, "77284", "77379", "69123"),
    "a/villages-77284.csv": csv(2025, "77284"),
    "villages-rhone.csv": csv(2025, "69123"),
    "villages-panne.csv": "<html>Maintenance</html>",
    "notes.pdf": "%PDF",
    ".villages.csv": csv(2025, "77284")
  });
  expect(files.map(({path, status}) => [path, status])).toEqual([
    ["a/villages-77284.csv", "ecarte"],
    ["notes.pdf", "inconnu"],
    ["villages-france.csv", "retenu"],
    ["villages-panne.csv", "refuse"],
    ["villages-rhone.csv", "refuse"]
  ]);
  // 77284 et 77379 sont du périmètre : deux communes contre une, malgré le millésime plus ancien.
  expect(files[0]?.reason).toBe(
    "« villages-france.csv » couvre davantage de communes du périmètre (2 contre 1)"
  );
  expect(files[3]?.reason).toContain("une page web");
  expect(missing).toEqual([]);
});

test("un dossier qui n'existe pas est dit", async () => {
  const options = {inspect: inspectVillages};
  await expect(recogniseFolder("/nulle/part", [villages], options)).rejects.toMatchObject({code: "USAGE"});
});

test("un fichier qui en donne deux a deux lignes ; un paquet ou un facultatif ne manque pas", async () => {
  const [file] = villages.source.files;
  const annexe = {...file, id: "annexe", title: "Annexe"};
  const optional = {...annexe, id: "facultatif", fileName: "^jamais$", optional: true};
  const packaged = {
    ...annexe,
    id: "paquet",
    fileName: "^jamais$",
    transport: {kind: "npm", package: "x", path: "y"} as const
  };
  const source = {...villages.source, files: [file, annexe, optional, packaged]};
  const folder = temporaryFolder();
  writeFileSync(join(folder, "villages.csv"), csv(2024, "77284"));
  const recognition = await recogniseFolder(folder, [{...villages, source}], {inspect: inspectVillages});
  expect(recognition.files.map((one) => `${one.file} ${one.status}`)).toEqual([
    "population retenu",
    "annexe retenu"
  ]);
  expect(recognition.missing).toEqual([]);
  expect(formatRecognition({...recognition, folder: "depot"})[0]).toBe(
    "Dossier « depot » : 1 fichier, 1 retenu"
  );
});

test("à couverture égale, le millésime le plus récent", async () => {
  const {files} = await recognise({
    "villages (1).csv": csv(2025, "77284"),
    "villages.csv": csv(2024, "77284")
  });
  expect(files.map(({status, reason}) => [status, reason])).toEqual([
    ["retenu", null],
    ["ecarte", "« villages (1).csv » est plus récent (2025 contre 2024)"]
  ]);
});

test("le rapport en lignes de français", async () => {
  const recognition = await recognise({"villages.csv": csv(2024, "77284", "77379"), "photo.jpg": "x"});
  expect(formatRecognition({...recognition, folder: "depot"})).toEqual([
    "Dossier « depot » : 2 fichiers, 1 retenu",
    "  inconnu  photo.jpg : aucune source n'attend un fichier de ce nom",
    "  retenu   villages.csv : villages/population, 2024, 2 lignes, 2 communes du périmètre"
  ]);
  const refused = await recognise({"villages.csv": "<html>"});
  expect(formatRecognition(refused)[1]).toBe(
    "  refusé   villages.csv : villages/population : attendu un fichier CSV, trouvé une page web (« <html>… ») ; relancer la collecte plus tard, ou donner le fichier du producteur avec --from <dossier>."
  );
  const empty = await recognise({});
  expect(formatRecognition({...empty, folder: "vide"})).toEqual([
    "Dossier « vide » : 0 fichier, 0 retenu",
    "  absent   villages/population : Population par commune"
  ]);
});
