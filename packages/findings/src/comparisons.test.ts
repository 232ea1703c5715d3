import {expect, test} from "vitest";
import {contrasted as c} from "./contrasted-territoires.ts";
import {findGrandsSecteurs, findPartIndustrie, findPopulation} from "./index.ts";

const at2025 = {from: "2025-12-31", to: "2025-12-31"};
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, " ");

test("a population is set against the territory that holds it: 155 000 / 1 460 000 = 10.6 %", () => {
  const input = {
    territoire: c.ti,
    periode: {from: "2023-01-01", to: "2023-01-01"},
    valeur: 155_000,
    ensemble: {territoire: c.seineEtMarne, valeur: 1_460_000}
  };
  expect(plain(findPopulation(input).comparison ?? "")).toBe("10,6 % de la population de Seine-et-Marne");
  expect(findPopulation({...input, ensemble: {...input.ensemble, valeur: 155_000}}).comparison).toBeNull();
});

test("an indicator may ask for more jobs than the general rule before it is commented", () => {
  const input = {territoire: c.oissery, valeur: 56.4, effectif: 163, periode: at2025};
  expect(plain(findPartIndustrie(input).title)).toBe(
    "L'industrie pèse 56,4 % des emplois salariés privés à Oissery"
  );
  expect(plain(findPartIndustrie({...input, seuil: 500}).title)).toBe(
    "À Oissery, 163 emplois salariés privés : effectif trop faible pour conclure sur la part de l'industrie"
  );
});

test("the first sector, when it is also the most over-represented, is named once", () => {
  const secteurs = [
    {code: "commerce", libelle: "Commerce", part: 46.3, partReference: 16.5},
    {code: "industrie", libelle: "Industrie", part: 10, partReference: 16.7}
  ];
  const finding = findGrandsSecteurs({
    territoire: c.meaux,
    periode: at2025,
    secteurs,
    reference: c.france
  });
  expect(plain(finding.title)).toBe(
    "Le commerce est le premier secteur de Meaux, avec 46,3 % des emplois salariés privés, 29,8 points de plus qu'en France"
  );
  expect(plain(finding.reading).match(/commerce/g)).toHaveLength(1);
});
