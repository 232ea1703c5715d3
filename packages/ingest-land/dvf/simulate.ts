import {mkdir} from "node:fs/promises";
import {join} from "node:path";
import type {SimulatedFile, SimulationWorld} from "@observatoire/catalog";
import {simulatedRows} from "./simulated-rows.ts";
import {source} from "./source.ts";

const [file] = source.files;

/** What the rows give; the other columns are empty. */
const common: Readonly<Record<string, string>> = Object.fromEntries(
  [
    "date_mutation",
    "nature_mutation",
    "adresse_numero",
    "adresse_nom_voie",
    "code_commune",
    "nom_commune",
    "code_departement",
    "id_parcelle",
    "lot1_numero",
    "nombre_lots",
    "code_type_local",
    "type_local",
    "nombre_pieces_principales",
    "code_nature_culture",
    "code_nature_culture_speciale"
  ].map((name) => [name, name])
);
const measures = ["valeur_fonciere", "surface_reelle_bati", "surface_terrain"];

interface Layout {
  header: readonly string[];
  cells: Readonly<Record<string, string>>;
}

const columns = Object.keys(file.columns);

const classic: Layout = {
  header: columns,
  cells: {
    ...common,
    ...Object.fromEntries(measures.map((name) => [name, name])),
    id_mutation: "annee || '-' || dense_rank() over (order by cle)",
    numero_disposition: "format('{:06d}', disposition)"
  }
};

/** The rewrite of 2026: swapped coordinates, decimal numbers, and one id for all the sales of one day and one price. */
const rewritten: Layout = {
  header: [...columns.slice(0, -2), ...columns.slice(-2).reverse()],
  cells: {
    ...common,
    ...Object.fromEntries(measures.map((name) => [name, `cast(${name} as double)`])),
    id_mutation:
      "annee || '-' || dense_rank() over (order by date_mutation, valeur_fonciere, if(valeur_fonciere is null, cle, null))",
    numero_disposition: "disposition"
  }
};

/** Writes one CSV a year (comma, UTF-8): the classic layout, and for the last year the rewrite of 2026. */
export async function simulate(world: SimulationWorld, directory: string): Promise<readonly SimulatedFile[]> {
  await mkdir(directory, {recursive: true});
  await world.run(`create or replace temp table dvf_ligne as ${simulatedRows}`);
  const years = await world.all<{annee: number}>("select distinct annee from dvf_ligne order by annee");
  const written: SimulatedFile[] = [];
  for (const [index, {annee}] of years.entries()) {
    const {header, cells} = index === years.length - 1 ? rewritten : classic;
    const path = join(directory, `full-${annee}.csv`);
    const list = header.map((name) => `${cells[name] ?? "null"} as ${name}`);
    await world.run(`
      copy (
        select ${list.join(", ")} from dvf_ligne where annee = ${annee}
        order by date_mutation, cle, disposition, code_type_local, surface_reelle_bati, lot1_numero,
          code_nature_culture, surface_terrain
      ) to '${path.replaceAll("'", "''")}' (format csv, header true, delimiter ',', quote '"')`);
    written.push({file: file.id, path});
  }
  await world.run("drop table dvf_ligne");
  return written;
}
