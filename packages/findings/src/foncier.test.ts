import {expect, test} from "vitest";
import {contrasted as c} from "./contrasted-territoires.ts";
import * as f from "./index.ts";

const decennie = {from: "2011-01-01", to: "2021-01-01"};
const depuis = {from: "2021-01-01", to: "2024-01-01"};
const plain = (text: string | null) => (text ?? "").replace(/[\u00a0\u202f]/g, " ");

test("surface : bornes exactes, par an, contre la décennie ; 30 / 3 = 10 et 152,3 / 10 = 15,2", () => {
  const finding = f.findSurface({
    ...{territoire: c.ti, periode: depuis, valeur: 30},
    avant: {valeur: 152.3, periode: decennie}
  });
  expect(plain(finding.title)).toBe(
    "Du 1er janvier 2021 au 1er janvier 2024, 30 ha d'espaces naturels, agricoles et forestiers ont été consommés dans le territoire, soit 10 ha par an en moyenne, contre 15,2 ha par an du 1er janvier 2011 au 1er janvier 2021"
  );
  expect(plain(f.findSurface({territoire: c.lePin, periode: depuis, valeur: 0}).title)).toBe(
    "Du 1er janvier 2021 au 1er janvier 2024, aucun hectare d'espaces naturels, agricoles et forestiers n'a été consommé au Pin"
  );
  expect(plain(f.findSurface({territoire: c.lePin, periode: depuis, valeur: 0.02}).title)).toContain(
    "moins de 0,1 ha"
  );
  expect(
    f.findSurface({territoire: c.lePin, periode: depuis, valeur: null, statut: "non_disponible"}).title
  ).toContain("n'est pas disponible");
});

test("trajectoire : le repère n'est pas prescriptif en Île-de-France ; ailleurs les mots sont neutres ; 100 / 76,2 = 131 %", () => {
  const input = {
    ...{territoire: c.ti, decennie, depuis, reference: {valeur: 152.3}, repere: {valeur: 76.15}},
    ...{consommee: {valeur: 30}, projetee: {valeur: 100}}
  };
  const here = f.findTrajectoire({...input, ileDeFrance: true});
  expect(plain(here.title)).toBe(
    "Au rythme observé depuis 2021, la consommation projetée sur dix ans est de 100 ha dans le territoire, soit 131 % du repère national −50 % (non prescriptif en Île-de-France)"
  );
  expect(plain(here.reading)).toContain("Du 1er janvier 2011 au 1er janvier 2021, 152 ha ont été consommés");
  expect(here.reading).toContain("SDRIF-E");
  const elsewhere = f.findTrajectoire({...input, territoire: c.monoEpciTi, ileDeFrance: false});
  expect(plain(elsewhere.title)).toMatch(/du repère national −50 %$/);
  expect(`${elsewhere.title} ${elsewhere.reading} ${elsewhere.alt}`).not.toMatch(/Île-de-France|SDRIF/);
});

test("trajectoire : sans années depuis la décennie, sans rien consommé, sans donnée", () => {
  const none = {valeur: null, statut: "non_disponible" as const};
  const input = {territoire: c.hirson, ileDeFrance: false, decennie, depuis};
  const past = f.findTrajectoire({
    ...{...input, reference: {valeur: 4}, repere: {valeur: 2}, consommee: none, projetee: none}
  });
  expect(plain(past.title)).toBe("Du 1er janvier 2011 au 1er janvier 2021, 4 ha ont été consommés à Hirson");
  const zero = {valeur: 0};
  const still = f.findTrajectoire({
    ...{...input, reference: zero, repere: zero, consommee: zero, projetee: zero}
  });
  expect(plain(still.title)).toContain("est de 0 ha à Hirson, pour un repère national −50 % de 0 ha");
  const nothing = f.findTrajectoire({
    ...{...input, reference: none, repere: none, consommee: none, projetee: none}
  });
  expect(nothing.title).toContain("n'est pas disponible");
});

test("friches : nombre, hectares, statut ; aucune ne veut pas dire qu'il n'y en a pas", () => {
  const periode = {from: "2026-04-15", to: "2026-04-15"};
  const statuts = [
    {code: "sans_projet", valeur: 15},
    {code: "avec_projet", valeur: 6},
    {code: "reconvertie", valeur: 2}
  ];
  const input = {territoire: c.ti, periode, nombre: {valeur: 23}, surface: {valeur: 45.6}, statuts};
  const finding = f.findFriches(input);
  expect(plain(finding.title)).toBe(
    "Le territoire compte 23 friches recensées, pour 45,6 ha, dont 15 sans projet"
  );
  expect(plain(finding.reading)).toContain("15 sans projet, 6 avec projet et 2 reconverties");
  const all = f.findFriches({...input, nombre: {valeur: 15}, statuts: statuts.slice(0, 1)});
  expect(plain(all.title)).toMatch(/, toutes sans projet$/);
  const one = f.findFriches({territoire: c.lePin, periode, nombre: {valeur: 1}});
  expect(plain(one.title)).toBe("Le Pin compte 1 friche recensée");
  const none = f.findFriches({territoire: c.lesLilas, periode, nombre: {valeur: 0}});
  expect(plain(none.title)).toBe("Aucune friche n'est recensée aux Lilas");
  expect(none.reading).toContain("incomplet");
});

test("prix : médiane, nombre de ventes, quartiles ; masqué sous le seuil, et dit", () => {
  const periode = {from: "2021-01-01", to: "2025-12-31"};
  const finding = f.findPrix({
    ...{territoire: c.ti, periode, valeur: 1234, quoi: "des locaux d'activité", nombre: 140},
    quartiles: [800, 1900],
    references: [{territoire: c.seineEtMarne, valeur: 1500}]
  });
  expect(plain(finding.title)).toBe(
    "Le prix médian des locaux d'activité est de 1 230 € par m² dans le territoire, 18 % de moins qu'en Seine-et-Marne (1 500 € par m²)"
  );
  expect(plain(finding.reading)).toContain("La médiane repose sur 140 ventes.");
  const masked = f.findPrix({
    ...{territoire: c.meaux, periode, valeur: null, statut: "secret", quoi: "des terrains", nombre: null},
    ...{quartiles: [null, null] as const, motif: "Moins de 11 ventes sur la période."}
  });
  expect(plain(masked.title)).toContain("n'est pas publié : secret statistique");
  expect(plain(masked.reading)).toContain("Moins de 11 ventes sur la période.");
});

test("ventes : connues, masquées, aucune", () => {
  const periode = {from: "2021-01-01", to: "2025-12-31"};
  const ventes = (locaux: f.Mesure, terrains: f.Mesure) =>
    f.findVentes({territoire: c.ti, periode, locaux, terrains});
  const secret = {valeur: null, statut: "secret" as const};
  expect(plain(ventes({valeur: 140}, {valeur: 32}).title)).toBe(
    "Du 1er janvier 2021 au 31 décembre 2025, on compte 140 ventes de locaux d'activité et 32 ventes de terrains à bâtir dans le territoire"
  );
  expect(ventes({valeur: 140}, secret).reading).toContain("est masqué, car trop petit");
  expect(plain(ventes(secret, secret).title)).toContain("secret statistique");
  expect(plain(ventes({valeur: 0}, {valeur: 0}).title)).toContain(
    "on ne compte aucune vente de locaux d'activité ni aucune vente de terrains à bâtir"
  );
});
