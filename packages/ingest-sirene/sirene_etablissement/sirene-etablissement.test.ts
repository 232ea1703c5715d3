import {readFile} from "node:fs/promises";
import {matchHeader} from "@observatoire/catalog";
import {inspectFile} from "@observatoire/warehouse";
import {expect, test} from "vitest";
import {buildSirene, extract, findGuilty, without} from "../test/build-sirene.ts";
import {etablissement} from "../test/etablissement.ts";
import {sireneEtablissement} from "./index.ts";

const [file] = sireneEtablissement.source.files;
if (!file) throw new Error("la source n'a pas de fichier");
const header = extract("sirene/StockEtablissement_utf8.header.csv");
const layout = extract("sirene/colonnes_sirene.csv");

const recent = [
  "dernierNumeroVoieEtablissement",
  "indiceRepetitionDernierNumeroVoieEtablissement",
  "identifiantAdresseEtablissement",
  "coordonneeLambertAbscisseEtablissement",
  "coordonneeLambertOrdonneeEtablissement",
  "activitePrincipaleNAF25Etablissement"
];

test.skipIf(!header || !layout)(
  `les 54 colonnes du producteur lient toutes les nôtres ; les 48 d'avant, toutes sauf trois${header ? "" : without}`,
  async () => {
    const names = (await readFile(header!, "utf8")).trim().split(",");
    expect(names).toHaveLength(54);
    // awk -F, '$1=="StockEtablissement"' colonnes_sirene.csv | wc -l : 54, dans le même ordre.
    const listed = (await readFile(layout!, "utf8"))
      .split("\n")
      .filter((line) => line.startsWith("StockEtablissement,"))
      .map((line) => line.split(",")[2]);
    expect(listed).toEqual(names);
    const bound = Object.entries(matchHeader("test", file, names).columns);
    expect(bound.filter(([, found]) => found === null)).toEqual([]);
    expect(new Set(bound.map(([, found]) => found)).size).toBe(bound.length);
    const old = names.filter((name) => !recent.includes(name));
    expect(old).toHaveLength(48);
    const absent = Object.entries(matchHeader("test", file, old).columns).filter(
      ([, found]) => found === null
    );
    expect(absent.map(([name]) => name)).toEqual(["activite_naf25"]);
    // La casse a déjà changé d'un mois à l'autre.
    const lower = names.map((name) => name.toLowerCase());
    expect(matchHeader("test", file, lower).columns.code_commune).toBe("codecommuneetablissement");
  }
);

test.skipIf(!header)(`un en-tête sans données est refusé${header ? "" : without}`, async () => {
  const {forms = [], ...main} = file;
  const csv = {...main, ...forms[1]};
  await expect(inspectFile(header!, csv, {where: "sirene", communes: ["77284"]})).rejects.toMatchObject({
    code: "EMPTY",
    message: expect.stringContaining("un en-tête sans données")
  });
});

test("le périmètre garde ses établissements, partiels compris, et va chercher leur siège où qu'il soit", async () => {
  const warehouse = await buildSirene({
    sirene_etablissement__etablissement: [
      etablissement("111111111", {nic: "00029", est_siege: false, caractere_employeur: "O"}),
      etablissement("111111111", {code_commune: "75056"}),
      etablissement("222222222", {code_commune: "75056"}),
      etablissement("333333333", {
        statut_diffusion: "P",
        caractere_employeur: null,
        activite_principale: "47.11Y",
        activite_naf25: null
      }),
      etablissement("444444444", {
        activite_naf25: "47.12Y"
      })
    ]
  });
  const rows = await warehouse.all(
    `select siren, est_diffusible as o, code_ape, code_naf25, est_employeur
     from staging.sirene_etablissement__etablissement order by siren`
  );
  expect(rows).toEqual([
    {
      siren: "111111111",
      o: true,
      code_ape: "47.11F",
      code_naf25: null,
      est_employeur: true
    },
    {
      siren: "333333333",
      o: false,
      code_ape: null,
      code_naf25: "47.11Y",
      est_employeur: null
    },
    {
      siren: "444444444",
      o: true,
      code_ape: "47.11F",
      code_naf25: "47.12Y",
      est_employeur: false
    }
  ]);
  expect(await warehouse.all("from staging.sirene_etablissement__siege order by siren")).toEqual([
    {siren: "111111111", siret: "11111111100011", code_commune: "75056"},
    {siren: "333333333", siret: "33333333300011", code_commune: "77284"},
    {siren: "444444444", siret: "44444444400011", code_commune: "77284"}
  ]);
  expect(await findGuilty(warehouse, "sirene_etablissement")).toEqual({
    // 47.11Y est un code de la NAF 2025 : l'établissement actif 333333333 n'a pas de code de la rév. 2.
    actif_a_un_code_ape: 1,
    // Paris n'est pas dans le petit passage de l'essai.
    national_commune_au_cog: 1
  });
  warehouse.close();
});

test("l'agrégat national ne compte que les actifs, et met à part l'immobilier et le solaire", async () => {
  const warehouse = await buildSirene({
    sirene_etablissement__etablissement: [
      etablissement("111111111", {activite_principale: "68.20B", code_commune: "69384"}),
      etablissement("222222222", {
        activite_principale: "35.11Z",
        code_commune: "69384",
        statut_diffusion: "P"
      }),
      etablissement("333333333", {
        activite_principale: "62.10Y",
        code_commune: "69384",
        tranche_effectifs: "[ND]"
      }),
      etablissement("444444444", {
        activite_principale: "80.1Z",
        etat_administratif: "F",
        code_commune: "69384"
      })
    ]
  });
  const rows = await warehouse.all(
    `select division, est_immobilier_solaire as is, tranche_effectifs as tranche, est_diffusible as o, lignes
     from staging.sirene_etablissement__national order by division nulls last`
  );
  expect(rows).toEqual([
    {division: "35", is: true, tranche: "NN", o: false, lignes: 1},
    {division: "68", is: true, tranche: "NN", o: true, lignes: 1},
    {division: null, is: false, tranche: null, o: true, lignes: 1}
  ]);
  warehouse.close();
});

test("les cohortes voient toutes les lignes ; dates inconnues, futures, absurdes classées, transferts et cessions marqués", async () => {
  const born = (siren: string, date_creation: string | null, ferme: string | null = null, more = {}) =>
    etablissement(siren, {
      date_creation,
      date_debut: ferme ?? date_creation,
      etat_administratif: ferme ? "F" : "A",
      ...more
    });
  const warehouse = await buildSirene({
    sirene_etablissement__etablissement: [
      born("000000001", "2015-04-01", null, {activite_principale: "10.71C"}),
      // Né le 1er avril 2015, fermé le 31 mars 2018 : deux années entières ; le 1er avril, trois.
      born("000000002", "2015-04-01", "2018-03-31"),
      born("000000003", "2015-04-01", "2018-04-01"),
      born("000000004", "2010-01-01", "2025-06-30"),
      born("000000005", null),
      born("000000006", "1900-01-01"),
      born("000000007", "0004-05-06"),
      born("000000008", "7490-01-01"),
      born("000000009", "2015-04-01", "1900-01-01"),
      born("000000010", "1970-01-01", "1990-01-01"),
      // 11 cède à 12, né le même jour ; 13, né en 2010, reprend une activité en 2020 : ce n'est pas sa naissance.
      born("000000011", "2009-01-01", "2019-12-31"),
      born("000000012", "2020-01-01"),
      born("000000013", "2010-01-01"),
      // 14 a cédé une activité en 2012 et ferme en 2022 : une vraie fermeture. 15 cède sans continuité.
      born("000000014", "2009-01-01", "2022-05-05"),
      born("000000015", "2009-01-01", "2022-05-05")
    ],
    sirene_succession__lien: [
      ["000000011", "000000012", "2020-01-01", true],
      ["000000014", "000000013", "2012-06-01", true],
      ["000000015", "000000013", "2022-05-05", false]
    ].map(([from, to, date_lien, continuite_economique]) => ({
      siret_predecesseur: `${from}00011`,
      siret_successeur: `${to}00011`,
      date_lien: String(date_lien),
      transfert_siege: false,
      continuite_economique: Boolean(continuite_economique)
    }))
  });
  const rows = await warehouse.all<Record<string, unknown>>(
    `select annee_creation as ne, annee_fermeture as ferme, duree, qualite_date as qualite, sum(lignes)::integer as n,
       bool_or(est_transfert) as transfert, bool_or(est_cede) as cede, bool_or(est_manufacture) as usine
     from staging.sirene_etablissement__cohorte group by all order by all`
  );
  const lines = rows.map(({ne, ferme, duree, qualite, n, ...marks}) => {
    const named = Object.entries(marks).flatMap(([name, isSo]) => (isSo ? [name] : []));
    return [`${ne ?? "?"}-${ferme ?? ""}`, duree ?? "", qualite, n, ...named].join(" ");
  });
  // Image du 30 septembre 2026 : l'année plancher est 2006, où 1970 et 1990 se confondent, sans durée.
  expect(lines).toEqual([
    "2006-2006  connue 1",
    "2009-2019 10 connue 1 cede",
    "2009-2022 10 connue 2",
    "2010-2025 10 connue 1",
    "2010-  connue 1",
    "2015-2018 2 connue 1",
    "2015-2018 3 connue 1",
    "2015-  connue 2 usine",
    "2020-  connue 1 transfert",
    "?-  absurde 1",
    "?-  future 1",
    "?-  inconnue 2"
  ]);
  warehouse.close();
});

test("chaque contrôle nomme les lignes coupables", async () => {
  const warehouse = await buildSirene({
    sirene_etablissement__etablissement: [
      etablissement("111111111", {siret: "99999999900011", est_siege: false, activite_principale: "[ND]"}),
      etablissement("222222222", {
        tranche_effectifs: "99",
        activite_principale: "99.99Z",
        date_creation: null
      }),
      etablissement("222222222", {nic: "00029"})
    ],
    sirene_unite_legale__unite_legale: [
      {siren: "222222222", statut_diffusion: "P", categorie_juridique: "5710", etat_administratif: "A"}
    ]
  });
  await warehouse.run(`
    insert into staging.sirene_etablissement__etablissement by name
    select '33333333300011' as siret, '333333333' as siren, '00011' as nic, false as est_diffusible, true as est_actif,
      '[ND]' as nomenclature, '77284' as code_commune, date '1900-01-01' as date_creation, 'inconnue' as qualite_date;
    insert into staging.sirene_etablissement__siege values ('444444444', '99999999900011', '77284');
    insert into staging.sirene_etablissement__cohorte by name
    select '77284' as code_commune, true as est_actif, true as est_cede, 5 as lignes`);
  expect(await findGuilty(warehouse, "sirene_etablissement")).toEqual({
    actif_a_un_code_ape: 2,
    aucun_nd: 1,
    cohorte_actif_sans_fermeture: 1,
    cohorte_actifs_egalent_national: 1,
    // Trois lignes dans la liste et une ajoutée ; trois dans les cohortes et cinq ajoutées.
    cohorte_perimetre_complet: 1,
    cohorte_date_inconnue_rare: 1,
    date_creation_dans_les_bornes: 1,
    national_employeurs_au_plus_actifs: 1,
    siege_de_chaque_siren: 2,
    siege_du_meme_siren: 1,
    siret_est_siren_et_nic: 1,
    tranche_connue: 1,
    un_siege_par_siren: 1
  });
  warehouse.close();
});
