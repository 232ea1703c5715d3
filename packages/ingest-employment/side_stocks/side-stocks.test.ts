import {expect, test} from "vitest";
import {buildSource, melodi} from "../test/build-source.ts";
import {runGuilty} from "../test/run-guilty.ts";
import {sideStocks} from "./index.ts";

test("un fichier sans forme légale se lit comme un fichier qui la donne au total", async () => {
  const header = "GEO;GEO_OBJECT;ACTIVITY;SIDE_MEASURE;FREQ;TIME_PERIOD;OBS_STATUS;OBS_VALUE";
  const {warehouse, account} = await buildSource(
    sideStocks,
    melodi(
      header,
      "77284;COM;_T;UNIT_LOC;A;2023;A;4200",
      "77284;COM;MN;UNIT_LOC;A;2023;A;4200",
      "75056;COM;_T;UNIT_LOC;A;2023;A;20",
      "75056;COM;MN;UNIT_LOC;A;2023;A;20",
      "75101;ARM;_T;UNIT_LOC;A;2023;A;5",
      "75101;ARM;MN;UNIT_LOC;A;2023;A;5"
    )
  );
  expect(account).toMatchObject({read: 6, loaded: 6, kept: 6});
  const [sum] = await warehouse.all(
    "select sum(valeur) as stock from staging.side_stocks__stock where geo_object = 'COM' and a10 = '_T'"
  );
  // 4 200 + 20 : l'arrondissement est déjà dans Paris.
  expect(sum).toEqual({stock: 4220});
  expect(await runGuilty(warehouse, sideStocks)).toEqual({france_publiee: 1});
  warehouse.close();
});

test("une ligne répétée à l'identique n'est gardée qu'une fois", async () => {
  const header = "GEO;GEO_OBJECT;ACTIVITY;LEGAL_FORM;SIDE_MEASURE;FREQ;TIME_PERIOD;OBS_STATUS;OBS_VALUE";
  const line = "77284;COM;_T;_T;UNIT_LOC;A;2023;A;4200";
  const {warehouse, account} = await buildSource(sideStocks, melodi(header, line, line));
  expect(account).toMatchObject({read: 2, loaded: 2, kept: 1});
  expect(await runGuilty(warehouse, sideStocks)).toMatchObject({observation_complete: 1});
  warehouse.close();
});
