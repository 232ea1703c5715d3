import {mkdir} from "node:fs/promises";
import {join} from "node:path";
import type {SimulatedFile, SimulationWorld} from "@observatoire/catalog";
import {simulatedColumns, simulatedFlows, simulatedTotals} from "./simulated-columns.ts";
import {source} from "./source.ts";

/** Where the producer has no data: Mayotte, and two islands without a land register. */
const absent = "commune.code_departement = '976' or commune.code_commune in ('29083', '29084')";

/**
 * What a commune consumes in an ordinary year, in m²: for housing it follows its people, for activity its jobs in
 * industry, transport and trade and their growth. The shares per destination are in simulated-columns.ts.
 */
const communes = `
with emploi as (
    select
        code_commune,
        sum(effectif_2011) as emp11,
        sum(effectif_2016) as emp16,
        sum(effectif_2022) as emp22,
        sum(effectif_2025) filter (left(code_ape, 2) between '10' and '33' or left(code_ape, 2) in ('46', '47', '49', '52')) as productif,
        greatest(sum(effectif_2022) - sum(effectif_2011), 0) as croissance
    from world.emploi_commune_ape_large
    group by code_commune
),
population as (
    select
        code_commune,
        min_by(pmun, annee) as pop11,
        max(pmun) filter (annee = 2016) as pop16,
        max(pmun) filter (annee = 2022) as pop22
    from world.population_annuelle
    group by code_commune
),
domicile as (
    select distinct commune.code_departement
    from world.commune as commune
    join calibration.domicile as domicile on domicile.code_epci = commune.code_epci
)
select
    commune.code_commune,
    commune.nom_commune,
    commune.code_region,
    region.nom as nom_region,
    commune.code_departement,
    departement.nom as nom_departement,
    commune.code_epci,
    epci.nom as nom_epci,
    commune.code_zone_emploi,
    commune.libelle_zone_emploi,
    commune.code_departement not in (select code_departement from domicile) as est_ailleurs,
    cast(4000000 + 11000000 * dispersion(commune.code_commune, 'enaf/surface', 0.7) + 900 * commune.population as bigint) as surface_m2,
    dispersion(commune.code_commune, 'enaf/habitat', 0.5) * (700 + 21 * pow(commune.population, 0.78))
        * if(commune.code_epci in (select code_epci from calibration.domicile), 0.65, 1) as poids_habitat,
    dispersion(commune.code_commune, 'enaf/activite', 0.6)
        * (1100 + 70 * pow(coalesce(emploi.productif, 0), 0.85) + 4 * coalesce(emploi.croissance, 0))
        -- Aux portes de la plaine de France, la logistique prend plus de terres qu'ailleurs.
        * if(commune.code_epci in (select code_epci from calibration.domicile), 2.6, 1) as poids_activite,
    population.pop11,
    population.pop16,
    population.pop22,
    round(population.pop11 / 2.35) as men11,
    round(population.pop16 / 2.3) as men16,
    round(population.pop22 / 2.24) as men22,
    round(1.35 * coalesce(emploi.emp11, 0)) as emp11,
    round(1.35 * coalesce(emploi.emp16, 0)) as emp16,
    round(1.35 * coalesce(emploi.emp22, 0)) as emp22
from world.commune as commune
join world.region as region on region.code = commune.code_region
join world.departement as departement on departement.code = commune.code_departement
left join world.epci as epci on epci.code = commune.code_epci
left join emploi on emploi.code_commune = commune.code_commune
left join population on population.code_commune = commune.code_commune
where not (${absent})`;

/** Writes the producer's CSV (comma, numbers as `7351.0`, 172 columns of the 2025 layout) into `directory`. */
export async function simulate(world: SimulationWorld, directory: string): Promise<readonly SimulatedFile[]> {
  await mkdir(directory, {recursive: true});
  const path = join(directory, "conso-com.csv");
  const cells = simulatedColumns.map(({header, cell}) => `${cell} as "${header}"`);
  await world.run(`
    copy (
      with commune as (${communes}),
      flux as (select *, ${simulatedFlows.join(", ")} from commune),
      annee as (select *, ${simulatedTotals.join(", ")} from flux)
      select ${cells.join(", ")} from annee order by code_commune
    ) to '${path.replaceAll("'", "''")}' (format csv, header true, delimiter ',', quote '"')`);
  return [{file: source.files[0].id, path}];
}
