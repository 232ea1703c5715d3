import {mkdtempSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {
  computeSuivi,
  derivedTables,
  type PlanSuivi,
  type ProjetIndustriel,
  planChecks
} from "@observatoire/programme";
import {
  openWarehouse,
  readChecks,
  readDependencies,
  runChecks,
  type Warehouse
} from "@observatoire/warehouse";
import {afterAll, beforeAll, expect, test} from "vitest";
import {writeDerived} from "../../src/publish-programme.ts";
import {bigPlan} from "./big-plan.ts";

const folder = mkdtempSync(join(tmpdir(), "derive-"));
const plan = {...bigPlan(), projets_industriels: ["65733233903333", null].map(projectOf)};
const suivi = computeSuivi(plan, {
  date: "2026-11-24",
  dateLabel: "2023-11-09",
  observations: {
    valeurs: () => [
      {date: "2024-12-31", valeur: 110, statut: "connu"},
      {date: "2025-12-31", valeur: 120, statut: "connu"}
    ],
    effectif: () => ({min: 20, max: 49, annee: "2024", statut: "connu"})
  }
});
let base: Warehouse;

function projectOf(siret: string | null, index: number): ProjetIndustriel {
  const place = {site_id: null, code_commune: null, montant: null, date_debut: null};
  const about = {nom: "Un atelier", axe: "innovation", action_id: null, stade: "étude"} as const;
  return {id: `PI-${index}`, siret, ...about, ...place, emplois_declares: 30, visibilite: "public"};
}

beforeAll(async () => {
  const path = join(folder, "programme.duckdb");
  await writeDerived(path, {suivi} as PlanSuivi);
  base = await openWarehouse(path);
});

afterAll(() => base.close());

test("what the rules say of a plan of 60 actions keeps every promise; each table is held by three at least", async () => {
  const checks = await readChecks([planChecks]);
  expect((await runChecks(base, checks)).filter(({guilty}) => guilty > 0)).toEqual([]);
  const tables = derivedTables(suivi);
  expect(tables.filter(({rows}) => rows.length === 0).map(({name}) => name)).toEqual([]);
  const read = await Promise.all(checks.map(({sql}) => readDependencies(sql)));
  const held = tables.map(({name}) => [name, read.filter((names) => names.includes(name)).length] as const);
  expect(held.filter(([, count]) => count < 3)).toEqual([]);
});

const first = "(select min(action_id) from derived.action)";
test.each([
  ["un_seul_jour", "update derived.budget set jour = jour + 1"],
  ["cle_unique", "insert into derived.aide from derived.aide limit 1"],
  ["action_etapes", `update derived.action set etapes_realisees = etapes + 1 where action_id = ${first}`],
  ["action_retard", `update derived.action set en_retard = not en_retard where action_id = ${first}`],
  ["avancement_actions", `delete from derived.action where action_id = ${first}`],
  ["avancement_axes", "update derived.avancement set actions = actions + 1 where cle = 'foncier'"],
  ["avancement_bornes", "update derived.avancement set par_etapes = 100.1 where cle = 'total'"],
  ["completude_part", "update derived.completude set pourcentage = 3 where champ = 'titre'"],
  ["completude_champs", "delete from derived.completude where champ = 'statut'"],
  ["budget_groupes", "update derived.budget set engage = engage + 1 where groupe = 'total'"],
  [
    "budget_actions",
    `update derived.action set previsionnel = coalesce(previsionnel, 0) + 1 where action_id = ${first}`
  ],
  ["levier_quotient", "update derived.levier set levier = levier * 2 where cle = 'total'"],
  ["levier_axes", "update derived.levier set prive = prive + 1 where cle = 'total'"],
  ["aide_etapes", "update derived.aide set decidees = deposees + 1 where groupe = 'total'"],
  ["aide_groupes", "update derived.aide set dossiers = dossiers + 1 where groupe = 'total'"],
  ["emploi_classe", "update derived.emploi_projet set observes_max = observes_min - 1"],
  ["emploi_siret", "update derived.emploi_projet set siret = null where statut = 'connu'"],
  [
    "objectif_chemin",
    "update derived.objectif set chemin = coalesce(chemin, 0) + 1, valeur = coalesce(valeur, 1), reference_valeur = coalesce(reference_valeur, 0)"
  ],
  ["objectif_dates", "update derived.objectif set valeur_date = jour + 1"],
  ["objectif_serie_connue", "update derived.objectif_serie set objectif_id = 'inconnu'"],
  ["objectif_serie_derniere", "update derived.objectif set valeur = valeur + 1 where valeur is not null"]
])("%s is broken by a fault, and found", async (name, fault) => {
  const checks = (await readChecks([planChecks])).filter((check) => check.name.endsWith(`/${name}`));
  expect(checks).toHaveLength(1);
  await base.run("begin");
  await base.run(fault);
  const [result] = await runChecks(base, checks);
  await base.run("rollback");
  expect(result!.guilty).toBeGreaterThan(0);
});

test("each promise has its fault here", async () => {
  expect(await readChecks([planChecks])).toHaveLength(21);
});
