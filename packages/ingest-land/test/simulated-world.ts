import {fileURLToPath} from "node:url";
import {createWorld, type World} from "@observatoire/simulate";

/** The real communes with two invented activities each: all that the land of the simulation needs, in a second. */
export async function createLandWorld(): Promise<World> {
  const world = await createWorld({
    projectRoot: fileURLToPath(new URL("../../..", import.meta.url)),
    only: "geographie"
  });
  const years = [2006, 2011, 2016, 2022, 2025];
  const jobs = years.map((year) => `cast(population * part * ${year} / 2025 as integer) as effectif_${year}`);
  await world.run(`
    create table world.emploi_commune_ape_large as
    select code_commune, code_ape, ${jobs.join(", ")}
    from world.commune cross join (values ('10.71C', 0.03), ('52.29B', 0.02)) as ape(code_ape, part)`);
  return world;
}
