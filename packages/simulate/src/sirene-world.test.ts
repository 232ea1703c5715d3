import {fileURLToPath} from "node:url";
import {afterAll, beforeAll, expect, test} from "vitest";
import {createWorld, type World} from "./index.ts";

const projectRoot = fileURLToPath(new URL("../../..", import.meta.url));
const isHome =
  "code_commune in (select code_commune from world.commune semi join calibration.domicile using (code_epci))";

let world: World;
const built: string[] = [];
beforeAll(async () => {
  world = await createWorld({projectRoot, onProgress: (relation) => built.push(relation)});
}, 240_000);
afterAll(() => world.close());

async function one<T>(sql: string): Promise<T> {
  const [row] = await world.all<T>(sql);
  if (row === undefined) throw new Error(`aucune ligne : ${sql}`);
  return row;
}

test("le répertoire n'est construit que si on le nomme", async () => {
  expect(built).not.toContain("latent.inscrit");
  await world.run("select count(*) from world.etablissement_sirene");
  expect(built.slice(-3)).toEqual(["latent.emplacement", "latent.inscrit", "world.etablissement_sirene"]);
}, 240_000);

test("dix mille établissements actifs au domicile, quatre à cinq millions en France", async () => {
  const counts = await one<{domicile: number; france: number}>(`
    select (count(*) filter (${isHome}))::integer as domicile, count(*)::integer as france
    from world.etablissement_sirene where date_fermeture is null`);
  expect(Math.abs(counts.domicile - 10_000)).toBeLessThan(500);
  expect(counts.france).toBeGreaterThan(4_000_000);
  expect(counts.france).toBeLessThan(4_800_000);
}, 240_000);

test("les employeurs actifs du domicile sont ceux de l'Urssaf, salarié par salarié", async () => {
  const sirene = await one(`
    select count(*)::integer as etablissements, sum(effectif)::integer as effectif
    from world.etablissement_sirene where est_employeur and date_fermeture is null and ${isHome}`);
  expect(sirene).toEqual(
    await one(`select sum(etablissements_2025)::integer as etablissements, sum(effectif_2025)::integer as effectif
      from world.emploi_commune_ape_large where ${isHome}`)
  );
  expect(
    await world.all(`
      select siret from world.etablissement where effectif > 0 and code_commune = '77284'
      except select siret from world.etablissement_sirene where est_employeur`)
  ).toEqual([]);
}, 240_000);

test("un siret est unique ; une entreprise ouverte a un siège actif, et un seul", async () => {
  expect(
    await world.all("select entreprise, rang from latent.inscrit group by all having count(*) > 1")
  ).toEqual([]);
  expect(
    await world.all(`
      select entreprise from latent.inscrit where date_fermeture is null
      group by all having count(*) filter (est_siege) <> 1`)
  ).toEqual([]);
}, 240_000);

test("environ 72 % des naissances vivent trois ans et 60 % cinq ans, plus dans l'industrie", async () => {
  const survival = (filter: string) =>
    one<{trois: number; cinq: number}>(`
      select avg((date_fermeture is null or date_fermeture >= date_creation + interval 3 year)::integer) as trois,
        avg((date_fermeture is null or date_fermeture >= date_creation + interval 5 year)::integer) as cinq
      from world.etablissement_sirene where year(date_creation) between 2012 and 2020 and ${filter}`);
  const france = await survival("true");
  expect(Math.abs(france.trois - 0.72)).toBeLessThan(0.05);
  expect(Math.abs(france.cinq - 0.6)).toBeLessThan(0.05);
  const industry = await survival("left(code_ape, 2) between '10' and '33'");
  expect(industry.trois).toBeGreaterThan(france.trois + 0.03);
  expect(industry.cinq).toBeGreaterThan(france.cinq + 0.03);
}, 240_000);

test("une succession lie deux établissements connus, le second né le jour où le premier ferme", async () => {
  expect(
    await one(`
      select count(*) filter (avant.siret is null or apres.siret is null)::integer as inconnus,
        count(*) filter (avant.date_fermeture <> apres.date_creation)::integer as dates,
        count(*) filter (apres.est_naissance_transfert is not true)::integer as naissances
      from world.succession as lien
      left join world.etablissement_sirene as avant on avant.siret = lien.siret_predecesseur
      left join world.etablissement_sirene as apres on apres.siret = lien.siret_successeur`)
  ).toEqual({inconnus: 0, dates: 0, naissances: 0});
}, 240_000);

test("aucun chiffre de contrôle n'est juste dans le répertoire", async () => {
  // Luhn sur les neuf chiffres, rang pair doublé : un autre calcul que celui qui a fait les numéros.
  expect(
    await one(`
      with siren as (select distinct siren from world.etablissement_sirene where code_commune like '77%'),
      chiffre as (
        select siren, sum(if(i % 2 = 0, if(2 * c > 9, 2 * c - 9, 2 * c), c)) as somme
        from (select siren, unnest(range(1, 10)) as i, cast(siren[i] as integer) as c from siren) group by siren
      )
      select count(*) filter (somme % 10 = 0)::integer as justes from chiffre`)
  ).toEqual({justes: 0});
}, 240_000);

test("le centre de Meaux est à sa place en Lambert 93", async () => {
  // Conique sécante aux parallèles 44° et 49° pour 2,9005° E, 48,9572° N, calculée à part en Python : 692 713 m, 6 873 032 m.
  const [x, y] = Object.values(
    await one<Record<string, number>>(
      "select x_lambert(2.9005, 48.9572) as x, y_lambert(2.9005, 48.9572) as y"
    )
  );
  expect([Math.round(x ?? 0), Math.round(y ?? 0)]).toEqual([692_713, 6_873_032]);
});
