import {expect, test} from "vitest";
import {buildSirene, buildStaging, extract, findGuilty, openSirene, without} from "../test/build-sirene.ts";
import {etablissement} from "../test/etablissement.ts";
import {insertPeriods} from "../test/insert-periods.ts";

const periods = extract("sirene/etablissement_periodes_lyon4_69384.parquet");

/** The extract is of July 2026: its image is the one of 30 June. */
async function buildLyon() {
  const warehouse = await openSirene(["69384"], "2026-06-30");
  await insertPeriods(warehouse, periods!);
  return buildStaging(warehouse);
}

const lyon = periods ? await buildLyon() : null;

test.skipIf(!lyon)(
  `58 228 périodes réelles : chaque date de début est classée, chaque code garde sa nomenclature${lyon ? "" : without}`,
  async () => {
    // Comptes faits par un script Python sur le fichier exporté en CSV, sans DuckDB : 321 dates vides et 358 au
    // 1er janvier 1900 font 679 inconnues ; 9 sont après le 30 juin 2026 (la dernière le 5 novembre) ; aucune avant 1900.
    const dates = await lyon!.all(
      "select qualite_date, count(*) as n from staging.sirene_historique__periode group by all order by all"
    );
    expect(dates).toEqual([
      {qualite_date: "connue", n: 57_540},
      {qualite_date: "future", n: 9},
      {qualite_date: "inconnue", n: 679}
    ]);
    expect(
      await lyon!.all(
        "select qualite_date, est_courante, lignes from staging.sirene_historique__national where qualite_date = 'future'"
      )
    ).toEqual([{qualite_date: "future", est_courante: true, lignes: 9}]);
    const [total] = await lyon!.all(
      "select sum(lignes)::integer as lignes, (sum(lignes) filter (est_courante))::integer as courantes from staging.sirene_historique__national"
    );
    expect(total).toEqual({lignes: 58_228, courantes: 26_614});
    const [generations] = await lyon!.all(`
      select
        count(*) filter (nomenclature = 'NAFRev2') as rev2,
        count(*) filter (nomenclature = 'NAF2025') as naf2025,
        count(*) filter (regexp_full_match(code_ape, '\\d{2}\\.\\d[A-Z]')) as naf1993_rev1,
        count(*) filter (regexp_full_match(code_ape, '\\d{2}\\.\\d{2}')) as nap,
        count(*) filter (code_ape is null) as vides
      from staging.sirene_historique__periode`);
    expect(generations).toEqual({rev2: 35_460, naf2025: 0, naf1993_rev1: 14_306, nap: 1_797, vides: 6_665});
  }
);

test.skipIf(!lyon)(
  `26 614 établissements, 9 094 actifs, une période en cours chacun${lyon ? "" : without}`,
  async () => {
    const [counts] = await lyon!.all(`
      select
        count(distinct siret) as sirets,
        count(*) filter (date_fin is null) as courantes,
        count(*) filter (date_fin is null and est_actif) as actives,
        count(*) filter (est_actif is null) as etat_inconnu
      from staging.sirene_historique__periode`);
    expect(counts).toEqual({sirets: 26_614, courantes: 26_614, actives: 9_094, etat_inconnu: 341});
    expect(await findGuilty(lyon!, "sirene_historique")).toEqual({});
    // Les tranches des actifs, comptées de même : NN 8 107, 01 478, 02 216, 03 106, 11 78, 12 48, 00 41, 21 10, 22 7, puis 32, 41 et 51.
    const tranches = await lyon!.all<{tranche: string; n: number}>(
      "select tranche_effectifs as tranche, sum(lignes)::integer as n from staging.sirene_etablissement__national group by all order by n desc, tranche"
    );
    expect(tranches.map(({tranche, n}) => `${tranche} ${n}`).join(" ")).toBe(
      "NN 8107 01 478 02 216 03 106 11 78 12 48 00 41 21 10 22 7 32 1 41 1 51 1"
    );
  }
);

test("une date douteuse est classée et mise à null ; l'état inconnu reste inconnu", async () => {
  const period = (date_debut: string | null, date_fin: string | null, more = {}) => ({
    siret: "11111111100011",
    date_debut,
    date_fin,
    etat_administratif: "A",
    activite_principale: "47.11F",
    nomenclature: "NAFRev2",
    caractere_employeur: "O",
    ...more
  });
  const warehouse = await buildSirene({
    sirene_etablissement__etablissement: [etablissement("111111111")],
    sirene_historique__periode: [
      period(null, "1980-12-31", {
        etat_administratif: null,
        activite_principale: "57.10",
        nomenclature: "NAP"
      }),
      period("1900-01-01", "1990-12-31", {activite_principale: "[ND]", nomenclature: "[ND]"}),
      period("0019-03-01", "2007-12-31", {activite_principale: "80.1Z", nomenclature: "NAFRev1"}),
      period("2008-01-01", "2026-12-31", {caractere_employeur: "N"}),
      period("2027-01-01", null, {
        activite_principale: "47.11Y",
        nomenclature: "NAFRev2",
        caractere_employeur: null
      }),
      {...period("2008-01-01", null), siret: "22222222200011"}
    ]
  });
  const rows = await warehouse.all(
    `select date_debut, qualite_date as q, est_actif as a, code_ape as ape, nomenclature as n, est_employeur as e
     from staging.sirene_historique__periode order by date_fin nulls last`
  );
  expect(rows).toEqual([
    {date_debut: null, q: "inconnue", a: null, ape: "57.10", n: "NAP", e: true},
    {date_debut: null, q: "inconnue", a: true, ape: null, n: null, e: true},
    {date_debut: null, q: "absurde", a: true, ape: "80.1Z", n: "NAFRev1", e: true},
    {date_debut: "2008-01-01", q: "connue", a: true, ape: "47.11F", n: "NAFRev2", e: false},
    {date_debut: null, q: "future", a: true, ape: "47.11Y", n: "NAF2025", e: null}
  ]);
  expect(await findGuilty(warehouse, "sirene_historique")).toEqual({national_dates_rares: 1});
  warehouse.close();
});
