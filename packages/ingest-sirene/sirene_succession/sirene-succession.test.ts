import {expect, test} from "vitest";
import {buildSirene, findGuilty} from "../test/build-sirene.ts";
import {etablissement} from "../test/etablissement.ts";

const lien = (from: string, to: string, date_lien: string | null, more = {}) => ({
  siret_predecesseur: `${from}00011`,
  siret_successeur: `${to}00011`,
  date_lien,
  transfert_siege: true,
  continuite_economique: true,
  ...more
});

test("un lien est gardé si l'un de ses bouts est dans le périmètre ; tous sont comptés", async () => {
  const warehouse = await buildSirene({
    sirene_etablissement__etablissement: [etablissement("111111111"), etablissement("222222222")],
    sirene_succession__lien: [
      lien("111111111", "999999999", "2019-05-01"),
      lien("999999999", "222222222", "2020-01-01", {continuite_economique: false}),
      lien("888888888", "999999999", "2020-02-01", {transfert_siege: null})
    ]
  });
  const links = await warehouse.all(
    "select left(siret_predecesseur, 1) || '>' || left(siret_successeur, 1) as lien, date_lien from staging.sirene_succession__lien order by date_lien"
  );
  expect(links).toEqual([
    {lien: "1>9", date_lien: "2019-05-01"},
    {lien: "9>2", date_lien: "2020-01-01"}
  ]);
  expect(
    await warehouse.all(
      "select annee, transfert_siege as t, continuite_economique as c, lignes as n from staging.sirene_succession__national order by all"
    )
  ).toEqual([
    {annee: 2019, t: true, c: true, n: 1},
    {annee: 2020, t: true, c: false, n: 1},
    {annee: 2020, t: null, c: true, n: 1}
  ]);
  // 222222222, né en 2015, reprend une activité en 2020 : il n'est pas né de ce lien, aucun transfert n'est donc marqué.
  expect(await findGuilty(warehouse, "sirene_succession")).toEqual({national_transferts_marques: 1});
  warehouse.close();
});

test("chaque contrôle nomme les lignes coupables", async () => {
  const warehouse = await buildSirene({
    sirene_etablissement__etablissement: [etablissement("111111111", {date_creation: "2020-01-01"})],
    sirene_succession__lien: [
      lien("111111111", "111111111", "2020-01-01"),
      lien("999999999", "111111111", null),
      lien("888888888", "111111111", "2031-01-01")
    ]
  });
  await warehouse.run(`
    insert into staging.sirene_succession__lien by name
    select '1' as siret_predecesseur, '2' as siret_successeur, date '2019-01-01' as date_lien`);
  expect(await findGuilty(warehouse, "sirene_succession")).toEqual({
    lien_date: 2,
    lien_touche_perimetre: 1,
    national_annee_plausible: 1,
    national_contient_perimetre: 1,
    nul_ne_se_succede: 1
  });
  warehouse.close();
});
