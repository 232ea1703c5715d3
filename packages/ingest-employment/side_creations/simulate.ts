import type {SimulatedFile, SimulationWorld} from "@observatoire/catalog";
import {countByYear, demographyRows, demographyYears} from "../src/simulated-demography.ts";
import {writeMelodi} from "../src/write-melodi.ts";

/** Writes the producer's zip: establishments created in the year. */
export function simulate(world: SimulationWorld, directory: string): Promise<readonly SimulatedFile[]> {
  const years = demographyYears.creations;
  const cells = countByYear(
    years,
    (year) => `year(registre.date_creation) = ${year} and not registre.est_naissance_transfert`
  );
  return writeMelodi(world, directory, {
    file: "creation",
    dataset: "DS_SIDE_CREA_ETAB_COM",
    edition: years[1],
    select: `with cellule as (${cells}),${demographyRows("UNIT_LOC_BURE")}`,
    metadata: [
      ["SIDE_MEASURE", "Mesure", "UNIT_LOC_BURE", "Créations d'établissements"],
      ["ACTIVITY", "Activité", "_T", "Total"],
      ["LEGAL_FORM", "Forme légale", "10", "Entrepreneur individuel"]
    ]
  });
}
