import {readFile} from "node:fs/promises";
import {matchHeader} from "@observatoire/catalog";
import {expect, test} from "vitest";
import {buildSirene, extract, findGuilty, without} from "../test/build-sirene.ts";
import {etablissement} from "../test/etablissement.ts";
import {sireneGeolocalisation} from "./index.ts";

const [file] = sireneGeolocalisation.source.files;
if (!file) throw new Error("la source n'a pas de fichier");
const layout = extract("sirene/colonnes_sirene.csv");

test.skipIf(!layout)(
  `les 19 colonnes du producteur lient les nôtres, espaces de fin compris${layout ? "" : without}`,
  async () => {
    const names = (await readFile(layout!, "utf8"))
      .split("\n")
      .filter((line) => line.startsWith("GeolocalisationEtablissement,"))
      .map((line) => `${line.split(",")[2]} `);
    expect(names).toHaveLength(19);
    expect(Object.values(matchHeader("test", file, names).columns)).not.toContain(null);
  }
);

const unite = (siren: string, more = {}) => ({
  siren,
  statut_diffusion: "O",
  categorie_juridique: "5710",
  etat_administratif: "A",
  ...more
});

const point = (siren: string, more = {}) => ({
  siret: `${siren}00011`,
  qualite: "11",
  plg_code_commune: "77284",
  longitude: 2.88,
  latitude: 48.96,
  ...more
});

test("un point tiré au hasard, absent ou d'un établissement qu'on ne montre pas n'est pas gardé ; chacun est compté", async () => {
  const warehouse = await buildSirene({
    sirene_etablissement__etablissement: [
      ...["111111111", "222222222", "444444444", "666666666", "777777777"].map((siren) =>
        etablissement(siren)
      ),
      etablissement("333333333", {statut_diffusion: "P"})
    ],
    // 666666666 n'est pas dans le fichier des unités, 777777777 n'y a pas de forme juridique : peut-être des personnes.
    sirene_unite_legale__unite_legale: [
      ...["111111111", "222222222", "333333333", "444444444"].map((siren) => unite(siren)),
      unite("777777777", {categorie_juridique: null})
    ],
    sirene_geolocalisation__point: [
      point("111111111"),
      point("222222222", {qualite: "33"}),
      point("333333333"),
      point("444444444", {longitude: null}),
      point("555555555"),
      point("666666666"),
      point("777777777")
    ]
  });
  expect(await warehouse.all("from staging.sirene_geolocalisation__point")).toEqual([
    {siret: "11111111100011", longitude: 2.88, latitude: 48.96, qualite: "11", plg_code_commune: "77284"}
  ]);
  expect(await warehouse.all("from staging.sirene_geolocalisation__national order by qualite")).toEqual([
    {qualite: "11", lignes: 6},
    {qualite: "33", lignes: 1}
  ]);
  expect(await findGuilty(warehouse, "sirene_geolocalisation")).toEqual({});
  warehouse.close();
});

test("chaque contrôle nomme les lignes coupables", async () => {
  const warehouse = await buildSirene({
    sirene_etablissement__etablissement: [etablissement("111111111")],
    sirene_unite_legale__unite_legale: [
      unite("111111111"),
      unite("222222222", {categorie_juridique: "1000"})
    ],
    sirene_geolocalisation__point: [
      point("111111111", {longitude: 48.96, latitude: 2.88}),
      point("888888888", {qualite: "33"}),
      point("999999999", {qualite: "33"}),
      point("777777777", {qualite: "33"})
    ]
  });
  await warehouse.run(`
    insert into staging.sirene_geolocalisation__point by name
    from (values ('22222222200011', '33', 2.9, 48.9), ('33333333300011', '12', 2.9, 48.9)) as t(siret, qualite, longitude, latitude);
    insert into staging.sirene_unite_legale__unite_legale by name
    select '222222222' as siren, true as est_personne_physique, true as est_diffusible;
    insert into staging.sirene_geolocalisation__national values ('4', 1)`);
  expect(await findGuilty(warehouse, "sirene_geolocalisation")).toEqual({
    national_contient_perimetre: 1,
    national_points_precis_majoritaires: 1,
    national_qualite_connue: 1,
    point_du_perimetre: 2,
    point_en_france: 1,
    point_non_tire_au_hasard: 1,
    // La personne physique, et l'unité que le fichier ne connaît pas.
    point_sans_personne: 2
  });
  warehouse.close();
});
