import {readFile} from "node:fs/promises";
import {expect, test} from "vitest";
import {buildGeography, extract, without} from "../test/build-geography.ts";
import {simulateSource} from "../test/simulate-source.ts";
import {cog} from "./index.ts";

const meaux = 'epci: ["200072130", "200033090", "247700065"]';
const mouvement = extract("cog/v_mvt_commune_2026.csv");
const real = mouvement ? await buildGeography(meaux, {"cog/mouvement": mouvement}) : null;
const simulated = await simulateSource(cog);
const anciens = extract("cog/code_insee_ancien_vers_2026.parquet");

const opened = {
  file: "mouvement",
  header: [],
  periods: [],
  sample: [],
  lastModified: null,
  version: null,
  collectedAt: "2026-06-01T00:00:00Z",
  max: async () => "2025-01-01"
};

test("le millésime est celui du nom du fichier, sinon du dernier événement", async () => {
  expect(await cog.readVintage({...opened, name: "v_mvt_commune_2026.csv"})).toEqual({
    vintage: "COG 2026",
    vintageDate: "2026-01-01"
  });
  expect((await cog.readVintage({...opened, name: "mouvement.csv"})).vintage).toBe("COG 2025");
});

test("la simulation a l'en-tête du producteur, tout entre guillemets, et mène aux mêmes communes", async () => {
  const lines = (await readFile(simulated.mouvement!, "utf8")).trimEnd().split("\n");
  const header =
    "MOD,DATE_EFF,TYPECOM_AV,COM_AV,TNCC_AV,NCC_AV,NCCENR_AV,LIBELLE_AV,TYPECOM_AP,COM_AP,TNCC_AP,NCC_AP,NCCENR_AP,LIBELLE_AP";
  expect(lines[0]).toBe(header.replace(/\w+/g, '"$&"'));
  // 1 992 communes absorbées, deux lignes chacune : la commune qu'elle rejoint, sa déléguée ou associée.
  expect(lines.length - 1).toBe(2 * 1_992);
  expect(lines.every((line) => line.startsWith('"'))).toBe(true);
  const warehouse = await buildGeography(meaux, {"cog/mouvement": simulated.mouvement!});
  const [passage] = await warehouse.all(
    "select count(distinct code_source) as codes from core.passage_commune"
  );
  expect(passage).toEqual({codes: 39_160});
  warehouse.close();
});

test.skipIf(!real)(`tout code employé depuis 1943 passe au COG 2026${real ? "" : without}`, async () => {
  const codes = "(select distinct unnest([code_avant, code_apres]) as code from staging.cog__mouvement)";
  const unknown = await real!.all(
    `select code from ${codes} where code is not null and code not in (select code_source from core.passage_commune) order by code`
  );
  // Saint-Barthélemy et Saint-Martin ont quitté la Guadeloupe en 2007 : hors des communes suivies.
  expect(unknown).toEqual([{code: "97123"}, {code: "97127"}]);
  const [totals] = await real!.all(
    "select count(*) as lignes, count(distinct code_source) as codes, count(distinct code_commune) as communes, round(sum(part), 6) as parts from core.passage_commune"
  );
  expect(totals).toEqual({lignes: 39_168, codes: 39_160, communes: 34_875, parts: 39_160});
  const [lost] = await real!.all(
    "select count(*) as n from (select code_source from core.passage_commune group by all having abs(sum(part) - 1) > 1e-9)"
  );
  expect(lost).toEqual({n: 0});
});

test.skipIf(!real)(
  `une commune partagée se répartit selon la population de ses parts${real ? "" : without}`,
  async () => {
    const parts = await real!.all(`
    select code_commune, part from core.passage_commune where code_source = '77362' order by code_commune`);
    const [weights] = await real!.all<{cerneux: number; sancy: number}>(`
    select
      sum(population) filter (code_commune = '77066') as cerneux,
      sum(population) filter (code_commune = '77444') as sancy
    from core.commune`);
    // Pierrelez, supprimée en 1949 : partagée entre Cerneux et Sancy-lès-Provins.
    const total = weights!.cerneux + weights!.sancy;
    expect(parts).toEqual([
      {code_commune: "77066", part: weights!.cerneux / total},
      {code_commune: "77444", part: weights!.sancy / total}
    ]);
    const split = await real!.all(
      "select code_source from core.passage_commune group by all having count(*) > 1 order by code_source"
    );
    expect(split.map(({code_source}) => code_source)).toEqual([
      "08227",
      "45117",
      "51385",
      "51606",
      "60606",
      "77362"
    ]);
  }
);

test.skipIf(!real || !anciens)(
  `1 868 codes changés d'un tiers : 1 839 pareils, 29 écarts expliqués${real && anciens ? "" : without}`,
  async () => {
    const rows = await real!.all(`
    with tiers as (
        select code_insee as code_source, code_insee_2026 as code_commune from '${anciens}' where code_insee <> code_insee_2026
    )
    select
      case
        when passage.code_commune is not null then 'pareil'
        when tiers.code_source in (select code_commune from core.commune) then 'code en vigueur'
        else tiers.code_source || ' vers ' || tiers.code_commune
      end as cas,
      count(*) as lignes
    from tiers left join core.passage_commune as passage using (code_source, code_commune)
    group by all order by lignes desc`);
    // 28 : le tiers répartit un code resté en vigueur (15141, 85084…) sur les communes qui s'en sont détachées ; nous le
    // laissons à lui-même. 52427 a rendu 52266 en 2012 puis rejoint 52331 en 2016 : le tiers garde aussi la première.
    expect(rows).toEqual([
      {cas: "pareil", lignes: 1_839},
      {cas: "code en vigueur", lignes: 28},
      {cas: "52427 vers 52266", lignes: 1}
    ]);
  }
);

test.skipIf(!real)(
  `les 68 communes gardent leur code ; 77028 et ses pareilles rejoignent la leur${real ? "" : without}`,
  async () => {
    const [same] = await real!.all(`
    select count(*) as n from core.passage_commune as passage
    semi join staging.perimetre__commune as perimetre on perimetre.code_commune = passage.code_source
    where passage.code_source = passage.code_commune and passage.part = 1`);
    expect(same).toEqual({n: 68});
    const arriving = await real!.all(`
    select passage.code_source, passage.code_commune from core.passage_commune as passage
    semi join staging.perimetre__commune using (code_commune)
    where passage.code_source <> passage.code_commune order by code_source`);
    // Les deux derniers changements de code du territoire : Chauconin (1972) et Vaux-sous-Coulombs (1964).
    expect(arriving).toContainEqual({code_source: "77105", code_commune: "77335"});
    expect(arriving).toContainEqual({code_source: "77488", code_commune: "77129"});
    const merged = await real!.all(
      "select code_source, part from core.passage_commune where code_source in ('77028', '77149', '77399') order by all"
    );
    expect(merged).toEqual(["77028", "77149", "77399"].map((code_source) => ({code_source, part: 1})));
  }
);

test("le titre cherché sur data.gouv est celui des événements, quel que soit l'accent", () => {
  const [file] = cog.source.files;
  const title = file?.transport.kind === "datagouv" ? new RegExp(file.transport.title, "iu") : /$^/;
  expect(title.test("Liste des évènements survenus aux communes depuis 1943")).toBe(true);
  expect(title.test("Liste des communes, communes déléguées et associées")).toBe(false);
});
