import {listForms, matchHeader} from "@observatoire/catalog";
import {expect, test} from "vitest";
import {buildSource, melodi} from "../test/build-source.ts";
import {runGuilty} from "../test/run-guilty.ts";
import {rpEmploiLt} from "./index.ts";

const header = "GEO;GEO_OBJECT;EMPFORM;SEX;WKTIME;AGE;RP_MEASURE;FREQ;OBS_STATUS;TIME_PERIOD;OBS_VALUE";
const row = (start: string, end: string) => `${start};NBEMP;A;${end}`;

/** Meaux under two levels of the same code, detail beside totals, a secret cell, Paris and one arrondissement of two. */
const rows = [
  row("77284;COM;_T;_T;_T;_T", "A;2023;26120.4815"),
  row("77284;COM;1;_T;_T;_T", "A;2023;2120.1815"),
  row("77284;COM;2;_T;_T;_T", "A;2023;24000.3"),
  row("77284;COM;_T;F;_T;_T", "A;2023;13500.2"),
  row("77284;COM;_T;M;_T;_T", "A;2023;12620.2815"),
  row("77284;COM;2;_T;PT;_T", "A;2023;4100"),
  row("77284;COM;_T;_T;_T;Y15T24", "A;2023;2300"),
  row("77284;BV2022;_T;_T;_T;_T", "A;2023;41000"),
  row("08377;COM;_T;_T;_T;_T", "K;2023;"),
  row("75056;COM;_T;_T;_T;_T", "A;2023;1800000"),
  row("75101;ARM;_T;_T;_T;_T", "A;2023;60000.25"),
  row("F;FRANCE;_T;_T;_T;_T", "A;2023;1826150.4815"),
  row("FM;FRANCE;_T;_T;_T;_T", "A;2023;1800000")
];

test("la déclaration lie l'en-tête du producteur et connaît le zip comme le CSV", () => {
  const [file] = rpEmploiLt.source.files;
  expect(matchHeader("test", file!, header.split(";")).unknown).toEqual([]);
  const names = ["DS_RP_EMPLOI_LT_PRINC_2023_CSV_FR.zip", "DS_RP_EMPLOI_LT_PRINC_2023_data.csv"];
  const found = names.map((name) =>
    listForms(file!).findIndex(({fileName}) => new RegExp(fileName, "i").test(name))
  );
  expect(found).toEqual([0, 1]);
});

test("staging ne garde que les communes et les totaux, en décimales ; le fichier entier reste compté", async () => {
  const {warehouse, account} = await buildSource(rpEmploiLt, melodi(header, ...rows));
  // 13 lignes au fichier ; gardées : Meaux (_T, 1, 2), la commune secrète, Paris et son arrondissement.
  expect(account).toEqual({read: 13, loaded: 13, rejected: 0, duplicates: 0, kept: 6});
  expect(
    await warehouse.all("from staging.rp_emploi_lt__observation where code_commune = '77284' order by all")
  ).toEqual(
    [
      ["1", 2120.1815],
      ["2", 24000.3],
      ["_T", 26120.4815]
    ].map(([forme_emploi, valeur]) => ({
      code_commune: "77284",
      geo_object: "COM",
      forme_emploi,
      annee: 2023,
      valeur,
      statut_observation: "A"
    }))
  );
  const [secret] = await warehouse.all(
    "select valeur, statut_observation from staging.rp_emploi_lt__observation where code_commune = '08377'"
  );
  expect(secret).toEqual({valeur: null, statut_observation: "K"});
  expect(await runGuilty(warehouse, rpEmploiLt)).toEqual({});
  warehouse.close();
});

test("le total des âges s'écrit « _T » ou « Y_GE15 » : on en lit un, jamais la somme des deux", async () => {
  const total = "77284;COM;_T;_T;_T";
  const written = await buildSource(rpEmploiLt, melodi(header, row(`${total};Y_GE15`, "A;2023;10.5")));
  const both = await buildSource(
    rpEmploiLt,
    melodi(header, row(`${total};Y_GE15`, "A;2023;10.5"), row(`${total};_T`, "A;2023;10.5"))
  );
  for (const {warehouse, account} of [written, both]) {
    expect(account.kept).toBe(1);
    // Sans ligne pour la France, la somme des communes n'est pas vérifiée : cela se dit.
    expect(await runGuilty(warehouse, rpEmploiLt)).toEqual({france_publiee: 1});
    warehouse.close();
  }
});

test("un statut inconnu est refusé, deux valeurs pour un même total aussi", async () => {
  const total = "77284;COM;_T;_T;_T;_T";
  await expect(buildSource(rpEmploiLt, melodi(header, row(total, "Z;2023;1")))).rejects.toThrow(
    /« statut_observation »/
  );
  const twice = melodi(header, row(total, "A;2023;1"), row(total, "A;2023;2"));
  await expect(buildSource(rpEmploiLt, twice)).rejects.toThrow(/une seule ligne par code_commune/);
});

test("chaque contrôle nomme les lignes coupables", async () => {
  const {warehouse} = await buildSource(
    rpEmploiLt,
    melodi(
      header,
      // Les formes font 9 et non 10 ; une valeur négative ; un secret avec valeur ; la France n'est pas la somme.
      row("77001;COM;_T;_T;_T;_T", "A;2023;10"),
      row("77001;COM;1;_T;_T;_T", "A;2023;1"),
      row("77001;COM;2;_T;_T;_T", "A;2023;8"),
      row("77002;COM;_T;_T;_T;_T", "A;2023;-3"),
      row("77003;COM;_T;_T;_T;_T", "K;2023;4"),
      "F;FRANCE;_T;_T;_T;_T;POP;A;Q;2023;500",
      row("77;DEP;_T;_T;_T;_T", "A;2023;400"),
      row("F;FRANCE;_T;_T;_T;_T", "A;2023;500")
    )
  );
  expect(await runGuilty(warehouse, rpEmploiLt)).toEqual({
    communes_font_producteur: 1,
    departements_font_producteur: 1,
    emplois_connus: 1,
    formes_font_total: 1,
    mesure_unique: 2,
    secret_sans_valeur: 1,
    statut_observation_reconnu: 1,
    // La commune elle-même ; ses lignes additionnées avec les autres restent positives.
    valeur_positive: 1
  });
  warehouse.close();
});
