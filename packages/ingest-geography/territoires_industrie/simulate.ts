import {join} from "node:path";
import type {SimulatedFile, SimulationWorld} from "@observatoire/catalog";
import {copyCsv} from "../src/copy-csv.ts";

/** The list never bears a date inside: its name does, so that two simulations of one seed are the same. */
const name = (content: string) => `liste-territoires-industrie-simulee-${content}-2026-08-21.csv`;

/** Writes the two CSV of the list (comma, UTF-8); every `id_ti` begins with SIM-, which no real one does. */
export async function simulate(world: SimulationWorld, directory: string): Promise<readonly SimulatedFile[]> {
  const commune = join(directory, name("communes"));
  const groupement = join(directory, name("groupements"));
  await copyCsv(
    world,
    `select
        commune.code_commune as insee_com,
        commune.nom_commune as lib_com,
        ti.id_ti,
        ti.lib_ti
    from world.territoire_industrie as ti
    join world.commune as commune using (code_epci)
    order by ti.id_ti, insee_com`,
    commune
  );
  await copyCsv(
    world,
    `select
        ti.id_ti,
        ti.lib_ti,
        epci.code as siren_groupement,
        epci.nom as lib_groupement,
        epci.nature_juridique
    from world.territoire_industrie as ti
    join world.epci as epci on epci.code = ti.code_epci
    order by ti.id_ti, siren_groupement`,
    groupement
  );
  return [
    {file: "commune", path: commune},
    {file: "groupement", path: groupement}
  ];
}
