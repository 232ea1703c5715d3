import {expect, test} from "vitest";
import {buildSource, melodi} from "../test/build-source.ts";
import {runGuilty} from "../test/run-guilty.ts";
import {sideCreations} from "./index.ts";

const header = "ACTIVITY;FREQ;GEO;GEO_OBJECT;LEGAL_FORM;SIDE_MEASURE;OBS_STATUS;TIME_PERIOD;OBS_VALUE";
const row = (a10: string, place: string, forme: string, annee: number, valeur: number | string) =>
  `${a10};A;${place};${forme};UNIT_LOC_BURE;A;${annee};${valeur}`;

test("staging garde toutes les formes légales ensemble, et n'invente pas les combinaisons absentes", async () => {
  const {warehouse, account} = await buildSource(
    sideCreations,
    melodi(
      header,
      row("_T", "77284;COM", "_T", 2025, 700),
      row("FZ", "77284;COM", "_T", 2025, 500),
      row("GI", "77284;COM", "_T", 2025, 200),
      row("_T", "77284;COM", "10", 2025, 450),
      row("_T", "F;FRANCE", "_T", 2025, 700),
      row("FZ", "F;FRANCE", "_T", 2025, 500),
      row("GI", "F;FRANCE", "_T", 2025, 200),
      row("_T", "77;DEP", "_T", 2025, 700),
      row("FZ", "77;DEP", "_T", 2025, 500),
      row("GI", "77;DEP", "_T", 2025, 200)
    )
  );
  expect(account).toEqual({read: 10, loaded: 10, rejected: 0, duplicates: 0, kept: 3});
  expect(
    await warehouse.all("select a10, annee, valeur from staging.side_creations__creation order by a10")
  ).toEqual([
    {a10: "FZ", annee: 2025, valeur: 500},
    {a10: "GI", annee: 2025, valeur: 200},
    {a10: "_T", annee: 2025, valeur: 700}
  ]);
  expect(await runGuilty(warehouse, sideCreations)).toEqual({});
  warehouse.close();
});

test("chaque contrôle nomme les lignes coupables", async () => {
  const {warehouse} = await buildSource(
    sideCreations,
    melodi(
      header,
      row("_T", "77001;COM", "_T", 2025, 10),
      row("FZ", "77001;COM", "_T", 2025, 4.5),
      row("A5", "77002;COM", "_T", 2025, -1),
      row("_T", "77003;COM", "_T", 2025, ""),
      "_T;A;77003;COM;_T;BURE;A;2025;3",
      row("_T", "F;FRANCE", "_T", 2025, 30),
      row("_T", "77;DEP", "_T", 2025, 13)
    )
  );
  expect(await runGuilty(warehouse, sideCreations)).toEqual({
    // 10 dans les communes, 13 dans le département, 30 en France ; la ligne BURE compte des entreprises.
    communes_font_producteur: 1,
    mesure_unique: 2,
    secret_sans_valeur: 1,
    secteur_connu: 1,
    // 77001 : 4,5 et non 10 ; 77002 : -1 sans ensemble.
    secteurs_font_total: 2,
    valeur_entiere: 1,
    // La ligne, et la somme nationale de son faux secteur.
    valeur_positive: 2
  });
  warehouse.close();
});
