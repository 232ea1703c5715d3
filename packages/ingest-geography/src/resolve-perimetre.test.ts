import {DataError} from "@observatoire/catalog";
import {expect, test} from "vitest";
import {projectRoot} from "../test/build-geography.ts";
import {parseTerritoire} from "./parse-territoire.ts";
import {readDecoupage} from "./read-decoupage.ts";
import {type Geographie, resolvePerimetre} from "./resolve-perimetre.ts";

const france: Geographie = {...readDecoupage(projectRoot), territoiresIndustrie: null};

const resolve = (perimetre: string, geographie = france) =>
  resolvePerimetre(parseTerritoire(`nom: A\nperimetre:\n  ${perimetre}\n`, "territoire.yaml"), geographie);

function refusal(perimetre: string, geographie = france): string {
  try {
    resolve(perimetre, geographie);
  } catch (error) {
    if (error instanceof DataError) return error.message;
  }
  return "accepté";
}

test("Nord Est 77 – Meaux : 68 communes, trois intercommunalités, un département", () => {
  const perimetre = resolve('epci: ["200072130", "200033090", "247700065"]');
  expect(perimetre.communes).toHaveLength(68);
  expect(perimetre.communes[0]).toEqual({code: "77005", epci: "200033090"});
  expect(perimetre.epci.map(({nom}) => nom)).toEqual([
    "CC Plaines et Monts de France",
    "CA du Pays de Meaux",
    "CC du Pays de l'Ourcq"
  ]);
  expect([perimetre.departements, perimetre.regions]).toEqual([["77"], ["11"]]);
});

test("une seule intercommunalité, une outre-mer, une à cheval sur deux régions", () => {
  const one = resolve('epci: ["247700065"]');
  expect([one.communes.length, one.epci.length]).toEqual([22, 1]);
  // CIVIS, à La Réunion : six communes, dont Saint-Pierre (97416).
  const reunion = resolve('epci: ["249740077"]');
  expect([reunion.departements, reunion.regions]).toEqual([["974"], ["04"]]);
  expect(reunion.communes.map(({code}) => code)).toContain("97416");
  // CA Redon Agglomération : Ille-et-Vilaine, Loire-Atlantique et Morbihan, donc Bretagne et Pays de la Loire.
  const redon = resolve('epci: ["243500741"]');
  expect([redon.departements, redon.regions]).toEqual([
    ["35", "44", "56"],
    ["52", "53"]
  ]);
});

test("des communes, dont une sans intercommunalité, dans plusieurs départements", () => {
  const perimetre = resolve('communes: ["29155", "77284", "2A004"]');
  expect(perimetre.communes).toEqual([
    {code: "29155", epci: null},
    {code: "2A004", epci: "242010056"},
    {code: "77284", epci: "200072130"}
  ]);
  expect(perimetre.departements).toEqual(["29", "2A", "77"]);
});

test("un code inconnu est nommé avec sa ligne ; un code absorbé dit où il est", () => {
  expect(refusal('epci: ["999999999"]')).toBe(
    "territoire.yaml, ligne 3 : attendu le SIREN d'une intercommunalité à fiscalité propre en vigueur, trouvé « 999999999 », inconnu du découpage administratif ; vérifier le numéro : il change quand des intercommunalités fusionnent."
  );
  expect(refusal('communes: ["77999"]')).toContain("ligne 3 : attendu le code d'une commune en vigueur");
  expect(refusal('communes: ["77149"]')).toMatch(
    /« 77149 », aujourd'hui dans la commune 77\d{3} ; écrire "77\d{3}"/
  );
  expect(refusal('communes: ["98735"]')).toContain("de métropole ou d'un département d'outre-mer");
});

const listed: Geographie = {
  ...france,
  territoiresIndustrie: [
    {idTi: "TI-1", nomTi: "Un", codeCommune: "77284"},
    // Absorbée : la liste peut être d'un COG antérieur.
    {idTi: "TI-1", nomTi: "Un", codeCommune: "77149"},
    {idTi: "TI-2", nomTi: "Deux", codeCommune: "01004"}
  ]
};

test("un id_ti se résout dans la liste collectée, codes anciens compris", () => {
  const {communes} = resolve("id_ti: TI-1", listed);
  expect(communes).toHaveLength(2);
  expect(communes.map(({code}) => code)).not.toContain("77149");
});

test("sans liste collectée, un id_ti n'est jamais deviné", () => {
  expect(refusal("id_ti: TI-1")).toContain(
    "trouvé aucune liste collectée ; lancer « npx observatoire collect territoires_industrie »"
  );
  expect(refusal("id_ti: TI-9", listed)).toContain("« TI-9 », absent de la liste (« TI-1 », « TI-2 »)");
});
