import {join} from "node:path";
import type {SimulatedFile, SimulationWorld} from "@observatoire/catalog";
import {copyCsv} from "../src/copy-csv.ts";

/**
 * Writes the producer's CSV (comma, everything quoted): each absorbed commune of the world becomes part of its
 * commune and, on the same day, its commune déléguée (MOD 32) or associée (MOD 33).
 */
export async function simulate(world: SimulationWorld, directory: string): Promise<readonly SimulatedFile[]> {
  const path = join(directory, "v_mvt_commune_2026.csv");
  await copyCsv(
    world,
    `with evenement as (
        select
            ancienne.*,
            commune.nom_commune,
            commune.tncc
        from world.commune_ancienne as ancienne
        join world.commune as commune using (code_commune)
    ),
    mouvement as (
        select *, 'COM' as type_apres, code_commune as code_apres, tncc as tncc_apres, nom_commune as nom_apres
        from evenement
        union all
        select *, if(mod = '33', 'COMA', 'COMD'), code_ancien, 0, nom_ancien
        from evenement
    )
    select
        mod as "MOD",
        date_effet as "DATE_EFF",
        'COM' as "TYPECOM_AV",
        code_ancien as "COM_AV",
        '0' as "TNCC_AV",
        upper(strip_accents(nom_ancien)) as "NCC_AV",
        nom_ancien as "NCCENR_AV",
        nom_ancien as "LIBELLE_AV",
        type_apres as "TYPECOM_AP",
        code_apres as "COM_AP",
        tncc_apres as "TNCC_AP",
        upper(strip_accents(nom_apres)) as "NCC_AP",
        nom_apres as "NCCENR_AP",
        nom_apres as "LIBELLE_AP"
    from mouvement
    order by date_effet desc, code_ancien, type_apres`,
    path,
    {quoteAll: true}
  );
  return [{file: "mouvement", path}];
}
