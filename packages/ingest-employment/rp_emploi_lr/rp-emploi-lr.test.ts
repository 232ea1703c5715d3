import {expect, test} from "vitest";
import {buildSource, melodi} from "../test/build-source.ts";
import {runGuilty} from "../test/run-guilty.ts";
import {rpEmploiLr} from "./index.ts";

const header = "GEO;GEO_OBJECT;SEX;EMPSTA_ENQ;AGE;EDUC;RP_MEASURE;FREQ;OBS_STATUS;TIME_PERIOD;OBS_VALUE";
const row = (start: string, end: string) => `${start};POP;A;${end}`;

test("staging garde les 15 ans ou plus, tous sexes et diplômes ; les autres croisements restent comptés", async () => {
  const {warehouse, account} = await buildSource(
    rpEmploiLr,
    melodi(
      header,
      row("77284;COM;_T;1;Y_GE15;_T", "A;2023;22812.6"),
      row("77284;COM;_T;2;Y_GE15;_T", "A;2023;3650.15"),
      row("77284;COM;_T;1T2;Y_GE15;_T", "A;2023;26462.75"),
      row("77284;COM;_T;1;Y15T64;_T", "A;2023;22200"),
      row("77284;COM;F;1;Y_GE15;_T", "A;2023;10900"),
      row("77284;COM;_T;1;Y_GE15;700_RP", "A;2023;4000"),
      row("F;FRANCE;_T;1;Y_GE15;_T", "A;2023;22812.6")
    )
  );
  // 7 lignes ; gardées : les trois premières. 22 812,6 + 3 650,15 = 26 462,75.
  expect(account).toEqual({read: 7, loaded: 7, rejected: 0, duplicates: 0, kept: 3});
  expect(
    await warehouse.all(
      "select situation, annee, valeur from staging.rp_emploi_lr__observation order by situation"
    )
  ).toEqual([
    {situation: "1", annee: 2023, valeur: 22812.6},
    {situation: "1T2", annee: 2023, valeur: 26462.75},
    {situation: "2", annee: 2023, valeur: 3650.15}
  ]);
  expect(await runGuilty(warehouse, rpEmploiLr)).toEqual({});
  warehouse.close();
});

test("occupés et chômeurs doivent faire les actifs, à chaque âge et à chaque niveau", async () => {
  const {warehouse} = await buildSource(
    rpEmploiLr,
    melodi(
      header,
      row("77284;COM;_T;1;Y_GE15;_T", "A;2023;90"),
      row("77284;COM;_T;2;Y_GE15;_T", "A;2023;10"),
      row("77284;COM;_T;1T2;Y_GE15;_T", "A;2023;100"),
      // 80 + 10 = 90, mais 95 actifs écrits.
      row("77;DEP;_T;1;Y15T64;_T", "A;2023;80"),
      row("77;DEP;_T;2;Y15T64;_T", "A;2023;10"),
      row("77;DEP;_T;1T2;Y15T64;_T", "A;2023;95"),
      // Des chômeurs non diffusés, mais compris dans les actifs : rien à reprocher.
      row("11;REG;_T;1;Y15T64;_T", "A;2023;80"),
      row("11;REG;_T;2;Y15T64;_T", "K;2023;"),
      row("11;REG;_T;1T2;Y15T64;_T", "A;2023;95")
    )
  );
  expect(await runGuilty(warehouse, rpEmploiLr)).toEqual({
    france_publiee: 1,
    occupes_et_chomeurs_font_actifs: 1
  });
  warehouse.close();
});

test("le millésime est la dernière année du fichier, au 1er janvier", async () => {
  const opened = {
    file: "observation",
    name: "x.csv",
    header: [],
    periods: [],
    sample: [],
    lastModified: null,
    version: null,
    collectedAt: "2026-11-01T00:00:00Z"
  };
  expect(await rpEmploiLr.readVintage({...opened, max: async () => "2023"})).toEqual({
    vintage: "1er janvier 2023",
    vintageDate: "2023-01-01"
  });
  await expect(async () => rpEmploiLr.readVintage({...opened, max: async () => null})).rejects.toThrow(
    /TIME_PERIOD/
  );
});
