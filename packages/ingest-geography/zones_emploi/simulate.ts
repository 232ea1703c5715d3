import {mkdir, writeFile} from "node:fs/promises";
import {join} from "node:path";
import type {SimulatedFile, SimulationWorld} from "@observatoire/catalog";
import writeWorkbook from "write-excel-file/node";
import {readZip} from "../src/read-zip.ts";
import {writeZip} from "../src/write-zip.ts";

const communeHeader = ["CODGEO", "LIBGEO", "DEP", "REG", "EPCI", "ARR", "ZE2020"] as const;
const zoneHeader = ["NIVGEO", "CODGEO", "LIBGEO"] as const;

/** Lines that the producer writes above its header. */
const above = [
  ["Table d'appartenance géographique des communes (données simulées)"],
  ["Mise en ligne le 1er septembre 2025. Géographie au 1er janvier 2025."],
  []
];

/** Writes the producer's workbook (two sheets, titles above the header) in its zip. Names of zones say they are simulated. */
export async function simulate(world: SimulationWorld, directory: string): Promise<readonly SimulatedFile[]> {
  await mkdir(directory, {recursive: true});
  const communes = await world.all<Record<(typeof communeHeader)[number], string | null>>(`
    select
        code_commune as "CODGEO",
        nom_commune as "LIBGEO",
        code_departement as "DEP",
        code_region as "REG",
        coalesce(code_epci, 'ZZZZZZZZZ') as "EPCI",
        code_arrondissement as "ARR",
        code_zone_emploi as "ZE2020"
    from world.commune
    order by code_commune`);
  const zones = await world.all<Record<(typeof zoneHeader)[number], string | null>>(`
    select 'DEP' as "NIVGEO", code as "CODGEO", nom as "LIBGEO" from world.departement
    union all
    select 'EPCI', code, nom from world.epci
    union all
    select 'REG', code, nom from world.region
    union all
    select distinct 'ZE2020', code_zone_emploi, libelle_zone_emploi || ' (simulée)' from world.commune
    order by all`);
  const workbook = writeWorkbook([
    {
      sheet: "COM",
      data: [...above, [...communeHeader], ...communes.map((row) => communeHeader.map((name) => row[name]))]
    },
    {
      sheet: "Zones_supra_communales",
      data: [...above, [...zoneHeader], ...zones.map((row) => zoneHeader.map((name) => row[name]))]
    }
  ]);
  const path = join(directory, "table-appartenance-geo-communes-2025.zip");
  // Un classeur est un zip à l'heure de son écriture : refait, deux simulations d'une graine ont les mêmes octets.
  const bytes = await writeZip(await readZip(await workbook.toBuffer()));
  await writeFile(path, await writeZip({"table-appartenance-geo-communes-2025.xlsx": bytes}));
  return [
    {file: "commune", path},
    {file: "zone", path}
  ];
}
