import {mkdirSync, mkdtempSync, symlinkSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {indicators} from "@observatoire/indicators";
import {openWarehouse, quoteText, type Warehouse} from "@observatoire/warehouse";
import {openProject, type Project} from "../src/project.ts";

/** A value as a test writes it; what it leaves out is the total of the perimeter at the end of 2025. */
export interface Value {
  indicateur?: string;
  niveau?: string;
  code?: string;
  periode?: string;
  dimension?: string;
  modalite?: string;
  reference?: string;
  valeur: number | null;
  borne?: number;
  statut?: string;
}

/** A file of a source: its date and its bytes. */
export interface File {
  date: string;
  bytes: string;
  simulated?: boolean;
}

/** What a run rests on; `communes` are those of the perimeter, under EPCI `e1`. */
export interface World {
  values: Value[];
  communes?: string[];
  files?: Record<string, File>;
  /** SQL of the models, by name, with what they read. */
  models?: Record<string, [string, string[]]>;
  reference?: string;
}

const calm: Required<Omit<World, "values">> = {
  communes: ["77001", "77002"],
  files: {
    urssaf__commune_ape: {date: "2025-12-31", bytes: "a"},
    dvf__mutation: {date: "2026-06-30", bytes: "d"},
    cog__mouvement: {date: "2026-01-01", bytes: "c"}
  },
  models: {
    "indicator.effectif_prive": ["e", ["core.emploi"]],
    "indicator.ventes_terrains": ["v", ["raw.dvf__mutation"]],
    "core.emploi": ["p", ["raw.urssaf__commune_ape", "core.commune", "reference.naf"]],
    "core.commune": ["k", ["raw.cog__mouvement"]]
  },
  reference: "C"
};

/** A base with the tables that a comparison reads, and nothing else. */
export async function makeWarehouse(path: string, world: World): Promise<void> {
  const {values, communes, files, models, reference} = {...calm, ...world};
  const warehouse = await openWarehouse(path);
  const text = (value: string | null | undefined) => (value == null ? "null" : quoteText(value));
  try {
    for (const schema of ["meta", "mart", "core", "staging", "reference"])
      await warehouse.run(`create schema ${schema}`);
    const territories = [["ti", "t"], ["epci", "e1"], ...communes.map((code) => ["commune", code])] as const;
    const members = territories.flatMap(([niveau, code]) =>
      (niveau === "commune" ? [code] : communes).map((commune) => [niveau, code, commune])
    );
    const table = (name: string, columns: string, rows: readonly (readonly (string | null)[])[]) =>
      warehouse.run(
        `create table ${name} as select * from (values ${rows.map((row) => `(${row.join(", ")})`).join(", ")}) as t(${columns})`
      );
    await table(
      "core.territoire",
      "niveau, code_territoire",
      territories.map((row) => row.map(text))
    );
    await table(
      "core.appartenance",
      "niveau, code_territoire, code_commune",
      members.map((row) => row.map(text))
    );
    await table(
      "core.commune",
      "code_commune, nom_commune",
      communes.map((code) => [text(code), text(`Commune ${code}`)])
    );
    await table(
      "staging.perimetre__commune",
      "code_commune",
      communes.map((code) => [text(code)])
    );
    await table("reference.naf", "code", [[text(reference)]]);
    await table(
      "meta.modele",
      "nom, sha256, dependances",
      Object.entries(models).map(([name, [sha, reads]]) => [
        text(name),
        text(sha),
        `[${reads.map(text).join(", ")}]::varchar[]`
      ])
    );
    await table(
      "meta.snapshot",
      "source, file, vintage, vintage_date, sha256, simulated",
      Object.entries(files).map(([name, {date, bytes, simulated = false}]) => [
        ...name.split("__").map(text),
        ...[text(`édition ${date}`), `${text(date)}::date`, text(bytes), String(simulated)]
      ])
    );
    await warehouse.run(`create table mart.indicateur (
      indicateur varchar, niveau varchar, code_territoire varchar, periode_debut date, periode_fin date,
      dimension varchar, modalite varchar, nomenclature varchar, reference varchar,
      valeur double, valeur_min double, valeur_max double, statut varchar)`);
    for (const value of values) await insertValue(warehouse, value);
    await warehouse.run("checkpoint");
  } finally {
    warehouse.close();
  }
}

async function insertValue(warehouse: Warehouse, value: Value): Promise<void> {
  const {indicateur = "effectif_prive", niveau = "ti", periode = "2025-12-31", dimension = "total"} = value;
  const {valeur, borne, modalite = "_T", reference = null} = value;
  const statut = value.statut ?? (valeur === null ? "non_disponible" : "connu");
  const code = value.code ?? {ti: "t", epci: "e1"}[niveau] ?? "77001";
  await warehouse.run(
    "insert into mart.indicateur values ($1, $2, $3, $4::date, $4::date, $5, $6, null, $7, $8, $9, $9, $10)",
    [indicateur, niveau, code, periode, dimension, modalite, reference, valeur, borne ?? null, statut]
  );
}

/** A published run `avant` behind `data/current`, and the base of the run `apres` being staged. */
export async function makeRuns(before: World, after: World): Promise<{project: Project; staged: string}> {
  const data = mkdtempSync(join(tmpdir(), "observatoire-changements-"));
  const project = openProject(data);
  const run = join(project.runs, "avant");
  mkdirSync(join(run, "published"), {recursive: true});
  mkdirSync(project.staging);
  await makeWarehouse(join(run, "warehouse.duckdb"), before);
  writeFileSync(
    join(run, "manifest.json"),
    JSON.stringify({run: "avant", endedAt: "2026-11-20T05:00:00.000Z"})
  );
  writeFileSync(join(run, "published/catalogue.json"), JSON.stringify({indicateurs: indicators}));
  symlinkSync("runs/avant", project.current);
  const staged = join(project.staging, "warehouse.duckdb");
  await makeWarehouse(staged, after);
  return {project, staged};
}
