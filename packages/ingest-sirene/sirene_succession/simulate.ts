import {mkdir} from "node:fs/promises";
import {join} from "node:path";
import type {SimulatedFile, SimulationWorld} from "@observatoire/catalog";

/** Writes the producer's parquet of succession links, six columns, into `directory`: one row per pair of establishments. */
export async function simulate(world: SimulationWorld, directory: string): Promise<readonly SimulatedFile[]> {
  await mkdir(directory, {recursive: true});
  const path = join(directory, "StockEtablissementLiensSuccession_utf8.parquet");
  await world.run(`
    copy (
      select
        siret_predecesseur as "siretEtablissementPredecesseur",
        siret_successeur as "siretEtablissementSuccesseur",
        date_lien as "dateLienSuccession",
        transfert_siege as "transfertSiege",
        continuite_economique as "continuiteEconomique",
        -- Les derniers liens du monde sont traités le jour de l'image : c'est ce jour que le fichier dit.
        cast(if(year(date_lien) = derniere_annee(), date_image(), date_lien + 20) as timestamp) as "dateDernierTraitementLienSuccession"
      from world.succession
    ) to '${path.replaceAll("'", "''")}' (format parquet)`);
  return [{file: "lien", path}];
}
