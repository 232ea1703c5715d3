import {expect, test} from "vitest";
import {buildFrom, type Row, type Tables} from "../../testing/build-from.ts";

const commune = (
  code_commune: string,
  code_epci: string | null,
  code_departement: string,
  code_region: string
): Row => ({
  code_commune,
  nom_commune: `Commune ${code_commune}`,
  tncc: 0,
  code_epci,
  code_departement,
  code_region,
  code_zone_emploi: code_departement === "77" ? "1107" : null
});

const ti = (id_ti: string, ...communes: string[]): Row[] =>
  communes.map((code_commune) => ({
    id_ti,
    nom_ti: `TI ${id_ti}`,
    code_commune,
    est_simule: id_ti === "SIM-2"
  }));

const named = (table: string, ...codes: string[]): Row[] =>
  codes.map((code) => ({[`code_${table}`]: code, [`nom_${table}`]: `${table} ${code}`, tncc: 3}));

/** Perimeter: A and B, of two départements and two régions; C shares A's EPCI; D is elsewhere; V became B. */
const tables: Tables = {
  "core.commune": [
    commune("A", "e1", "77", "11"),
    commune("B", null, "02", "32"),
    commune("C", "e1", "77", "11"),
    commune("D", "e2", "13", "93")
  ],
  "core.passage_commune": [
    ...["A", "B", "C", "D"].map((code) => ({code_source: code, code_commune: code, part: 1})),
    {code_source: "V", code_commune: "B", part: 1}
  ],
  "staging.perimetre__commune": [{code_commune: "A"}, {code_commune: "B"}],
  "staging.perimetre__territoire": [{code_territoire: "x", nom: "Le territoire", date_label: "2023-11-09"}],
  "staging.territoires_industrie__commune": [
    ...ti("1", "A", "V"),
    ...ti("SIM-2", "B", "V", "D"),
    ...ti("3", "A")
  ],
  "staging.decoupage__epci": named("epci", "e1", "e2"),
  "staging.decoupage__departement": named("departement", "77", "02", "13"),
  "staging.decoupage__region": named("region", "11", "32", "93"),
  "staging.zones_emploi__zone": [
    {niveau: "ZE2020", code_zone: "1107", nom_zone: "Meaux", est_simulee: false},
    {niveau: "EPCI", code_zone: "1107", nom_zone: "Autre chose", est_simulee: false}
  ]
};

const warehouse = await buildFrom(tables, ["core.appartenance", "core.territoire", "core.perimetre"]);

test("chaque territoire affiché a toutes ses communes, même hors du périmètre", async () => {
  const rows = await warehouse.all<{territoire: string; communes: string}>(`
    select niveau || ':' || code_territoire as territoire, string_agg(code_commune, '' order by code_commune) as communes
    from core.appartenance group by all order by territoire`);
  expect(rows.map(({territoire, communes}) => `${territoire} ${communes}`)).toEqual([
    // Le TI 1 couvre A et V, aujourd'hui B : c'est le nôtre. SIM-2 cite B deux fois, par son code et par V.
    "autre_ti:3 A",
    "autre_ti:SIM-2 BD",
    "commune:A A",
    "commune:B B",
    "departement:02 B",
    "departement:77 AC",
    "epci:e1 AC",
    "france:FR ABCD",
    "region:11 AC",
    "region:32 B",
    "ti:x AB",
    "zone_emploi:1107 AC"
  ]);
});

test("un territoire porte le nom de son niveau, son article et son nombre de communes", async () => {
  const rows = await warehouse.all<{
    niveau: string;
    nom: string;
    communes: number;
    simule: boolean;
    tncc: number | null;
  }>(
    "from core.territoire where niveau not in ('commune', 'departement', 'region') order by niveau, code_territoire"
  );
  expect(rows.map(({niveau, nom, communes, simule, tncc}) => [niveau, nom, communes, simule, tncc])).toEqual([
    ["autre_ti", "TI 3", 1, false, null],
    ["autre_ti", "TI SIM-2", 2, true, null],
    ["epci", "epci e1", 2, false, null],
    ["france", "France", 4, false, null],
    ["ti", "Le territoire", 2, false, null],
    ["zone_emploi", "Meaux", 2, false, null]
  ]);
});

test("le périmètre tient en une ligne, avec la date de labellisation", async () => {
  expect(await warehouse.all("from core.perimetre")).toEqual([
    {code_territoire: "x", nom: "Le territoire", date_label: "2023-11-09"}
  ]);
});
