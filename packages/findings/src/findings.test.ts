import {expect, test} from "vitest";
import {contrasted as c} from "./contrasted-territoires.ts";
import * as f from "./index.ts";

const stock = {from: "2025-12-31", to: "2025-12-31"};
const decade = {from: "2015-12-31", to: "2025-12-31"};
const since2006 = {from: "2006-12-31", to: "2025-12-31"};
const plain = (text: string | null) => (text ?? "").replace(/[\u00a0\u202f]/g, " ");
const france = (valeur: number) => [{territoire: c.france, valeur}];

test("jobs of a TI: level, growth, reference", () => {
  const finding = f.findEffectif({
    territoire: c.ti,
    valeur: 30_214,
    periode: stock,
    evolution: {valeur: 0.44, periode: decade},
    references: france(0.84)
  });
  expect(plain(finding.title)).toBe(
    "Le territoire compte environ 30 200 emplois salariés privés au 31 décembre 2025, en hausse de 0,4 % par an depuis 2015"
  );
  expect(plain(finding.comparison)).toBe(
    "+0,4 % par an depuis 2015, moins vite qu'en France (+0,8 % par an)"
  );
  expect(plain(finding.reading)).toContain("du 31 décembre 2015 au 31 décembre 2025");
});

test("jobs: none, few, secret, a minimum, a plural département", () => {
  const title = (input: f.StockInput) => plain(f.findEffectif(input).title);
  expect(title({territoire: c.hameau, valeur: 0, periode: stock})).toBe(
    "Rochefourchat ne compte aucun emploi salarié privé au 31 décembre 2025"
  );
  expect(
    title({territoire: c.lePin, valeur: 3, periode: stock, evolution: {valeur: -9, periode: decade}})
  ).toBe("Le Pin compte 3 emplois salariés privés au 31 décembre 2025");
  expect(title({territoire: c.oissery, valeur: null, statut: "secret", periode: stock})).toBe(
    "Au 31 décembre 2025, le nombre d'emplois salariés privés d'Oissery n'est pas publié : secret statistique"
  );
  expect(title({territoire: c.lesLilas, valeur: 1236, statut: "minimum", periode: stock})).toBe(
    "La commune des Lilas compte au moins 1 230 emplois salariés privés au 31 décembre 2025"
  );
  expect(
    title({
      territoire: c.yvelines,
      valeur: 456_789,
      periode: stock,
      evolution: {valeur: 0.05, periode: decade}
    })
  ).toBe(
    "Les Yvelines comptent environ 457 000 emplois salariés privés au 31 décembre 2025, un nombre stable depuis 2015"
  );
});

test("a growth that starts from a few jobs is not commented", () => {
  const evolution = {valeur: 40, periode: decade, effectif: 2};
  const finding = f.findEffectif({territoire: c.lePin, valeur: 60, periode: stock, evolution});
  expect(finding.comparison).toBe("effectif trop faible pour conclure");
  expect(finding.title).not.toContain("hausse");
});

test("establishments give their average size: 20 000 / 2 345 = 8,5", () => {
  const finding = f.findEtablissements({territoire: c.ca, valeur: 2345, periode: stock, effectif: 20_000});
  expect(plain(finding.reading)).toContain("compte en moyenne 8,5 salariés");
});

test("population says its vintage", () => {
  const periode = {from: "2023-01-01", to: "2023-01-01"};
  const finding = f.findPopulation({
    territoire: c.lHay,
    valeur: 31_200,
    periode,
    millesime: "populations de référence 2023"
  });
  expect(plain(finding.title)).toBe("L'Haÿ-les-Roses compte 31 200 habitants au 1er janvier 2023");
  expect(plain(finding.reading)).toContain("populations de référence 2023");
});

test("share of industry against France, then the others", () => {
  const references = [...france(14.5), {territoire: c.ileDeFrance, valeur: 8.2}];
  const finding = f.findPartIndustrie({
    territoire: c.ti,
    valeur: 12.4,
    periode: stock,
    effectif: 30_214,
    references
  });
  expect(plain(finding.title)).toBe(
    "L'industrie pèse 12,4 % des emplois salariés privés dans le territoire, 2,1 points de moins qu'en France (14,5 %)"
  );
  expect(plain(finding.reading)).toContain("La même part est de 8,2 % en Île-de-France.");
});

test("share of industry: nothing, too few, no jobs, France itself", () => {
  const title = (territoire: (typeof c)[keyof typeof c], valeur: number | null, effectif: number) =>
    plain(
      f.findPartIndustrie({territoire, valeur, periode: stock, effectif, references: france(14.5)}).title
    );
  expect(title(c.lesLilas, 0, 300)).toBe(
    "L'industrie n'emploie aucun salarié du privé aux Lilas, contre 14,5 % en France"
  );
  expect(title(c.hirson, 33, 3)).toBe(
    "À Hirson, 3 emplois salariés privés : effectif trop faible pour conclure sur la part de l'industrie"
  );
  expect(title(c.hameau, null, 0)).toContain(
    "aucun emploi salarié privé : effectif trop faible pour conclure"
  );
  expect(title(c.france, 14.5, 2e7)).toBe("L'industrie pèse 14,5 % des emplois salariés privés en France");
});

test("evolution and base 100", () => {
  const evolution = f.findEvolution({
    territoire: c.laReunionRegion,
    valeur: -0.4,
    periode: decade,
    references: france(0.8)
  });
  expect(plain(evolution.title)).toBe(
    "De 2015 à 2025, l'emploi privé a reculé de 0,4 % par an en moyenne à La Réunion, contre +0,8 % par an en France"
  );
  const base = f.findBase100({
    territoire: c.ti,
    valeur: 104.2,
    periode: since2006,
    references: france(112.1)
  });
  expect(plain(base.title)).toBe(
    "De 2006 à 2025, l'emploi privé a gagné 4,2 % dans le territoire, contre 12,1 % en France"
  );
  expect(plain(base.comparison)).toBe("+4,2 % de 2006 à 2025, contre +12,1 % en France");
  expect(f.findEvolution({territoire: c.ti, valeur: 1, periode: stock}).title).toContain(
    "il faut deux dates"
  );
});

test("grands secteurs: the first, the most over and under the reference", () => {
  const secteurs = [
    {code: "industrie", libelle: "Industrie", part: 12.4, partReference: 14.5},
    {code: "construction", libelle: "Construction", part: 10.4, partReference: 7.2},
    {code: "autres_services", libelle: "Autres services", part: 34, partReference: 39}
  ];
  const finding = f.findGrandsSecteurs({territoire: c.ti, periode: stock, secteurs, reference: c.france});
  // 10,4 − 7,2 = 3,2 ; 34 − 39 = −5.
  expect(plain(finding.title)).toBe(
    "Les autres services sont le premier secteur du territoire, avec 34 % des emplois salariés privés ; la part de la construction est supérieure de 3,2 points à celle observée en France"
  );
  expect(plain(finding.reading)).toContain("des autres services est inférieure de 5 points");
});

test("grands secteurs: equal shares are told together, unknown ones are admitted", () => {
  const title = (secteurs: readonly f.PartSecteur[]) =>
    plain(f.findGrandsSecteurs({territoire: c.laReunionRegion, periode: stock, secteurs}).title);
  const [commerce, industrie, interim] = ["commerce", "industrie", "interim"].map((code) => ({
    code,
    libelle: "",
    part: 30
  }));
  expect(title([commerce!, industrie!])).toBe(
    "Le commerce et l'industrie sont les deux premiers secteurs de La Réunion, avec chacun 30 % des emplois salariés privés"
  );
  expect(title([commerce!, industrie!, interim!])).toContain(
    "3 secteurs arrivent en tête de La Réunion, avec chacun 30 %"
  );
  expect(title([commerce!, {...industrie!, part: null, statut: "secret"}])).toContain(
    "Parmi les secteurs connus, le commerce"
  );
});

test("specificity: the highest among sectors with enough jobs; none says so", () => {
  const secteurs = [
    {code: "CF", libelle: "Pharmacie", indice: 8, effectif: 10},
    {code: "CA", libelle: "IAA", indice: 3.2, effectif: 700},
    {code: "JB", libelle: "Télécoms", indice: 1.1, effectif: 90}
  ];
  const input = {
    territoire: c.ti,
    periode: stock,
    reference: c.france,
    definition: "indice_specificite"
  } as const;
  expect(plain(f.findSpecificite({...input, secteurs}).title)).toBe(
    "Dans le territoire, la part des industries agroalimentaires est 3,2 fois celle du reste de la France"
  );
  expect(plain(f.findSpecificite({...input, secteurs: secteurs.slice(2)}).title)).toBe(
    "Aucun secteur d'au moins 50 emplois n'est nettement plus présent dans le territoire que dans le reste de la France"
  );
});

test("Krugman is read as the share of jobs that would have to move", () => {
  const input = {territoire: c.lyon, valeur: 0.234, periode: stock, reference: c.france, nomenclature: "A38"};
  const finding = f.findKrugman({...input, references: [{territoire: c.gard, valeur: 0.15}]});
  expect(plain(finding.reading)).toContain(
    "il faudrait que 23 % des emplois salariés privés de Lyon changent de secteur"
  );
  expect(plain(finding.comparison)).toBe("plus spécialisé que dans le Gard (0,15)");
});

test("structure and dynamics: counts agree", () => {
  const secteurs = [
    {code: "CA", libelle: "", indice: 3, effectif: 700, evolution: 1.2},
    {code: "CE", libelle: "", indice: 2, effectif: 300, evolution: -3},
    {code: "HZ", libelle: "", indice: 1.6, effectif: 3000, evolution: 2.5}
  ];
  const input = {
    territoire: c.ti,
    periode: decade,
    reference: c.france,
    definition: "indice_specificite",
    secteurs
  } as const;
  expect(plain(f.findStructureDynamique(input).title)).toBe(
    "De 2015 à 2025, sur 3 secteurs spécifiques, 2 gagnent des emplois et 1 en perd dans le territoire"
  );
});

test("shift-share says what the reference's pace would have given: 2 000 − 250 − 500 = 1 250", () => {
  const input = {
    territoire: c.ti,
    periode: decade,
    reference: c.france,
    nomenclature: "A38",
    emploiDebut: 28_000
  };
  const finding = f.findShiftShare({...input, national: 2000, structurel: -250, local: -500});
  expect(plain(finding.title)).toBe(
    "De 2015 à 2025, le territoire a gagné 1 250 emplois privés ; au rythme observé en France, le gain aurait été de 2 000"
  );
  expect(plain(finding.comparison)).toBe("750 emplois de moins qu'au rythme observé en France");
  expect(plain(f.findShiftShare({...input, national: -300, structurel: 100, local: 0}).title)).toContain(
    "a perdu 200 emplois privés ; au rythme observé en France, la perte aurait été de 300"
  );
});

test("place among the TIs: a quarter first, the rank second", () => {
  const mesure = {le: "la part de l'industrie", genre: "f", unit: "pct"} as const;
  const autres = Array.from({length: 182}, (_, i) => i / 10);
  const finding = f.findBande({territoire: c.ti, periode: stock, valeur: 16, mesure, autres});
  // 160 values below 16 (0 to 15,9), one equal, 21 above: rank 22 of 183; (160 + 0,5) / 182 = 88 %.
  expect(plain(finding.title)).toBe(
    "La part de l'industrie est de 16 % dans le territoire, dans le quart le plus haut face aux 182 autres Territoires d'industrie"
  );
  expect(plain(finding.reading)).toContain("au 22e rang sur 183");
});

test("map: the first commune, and how many make half", () => {
  const communes = [c.lyon, c.meaux, c.lePin].map((territoire, i) => ({
    territoire,
    valeur: [40, 35, 25][i] ?? 0
  }));
  const finding = f.findCarte({territoire: c.ti, periode: stock, communes});
  expect(plain(finding.title)).toBe("Lyon concentre 40 % des emplois salariés privés du territoire");
  expect(plain(finding.reading)).toContain("Au 31 décembre 2025, Lyon concentre");
  expect(plain(finding.reading)).toContain("2 communes sur 3 en réunissent au moins la moitié");
});

test("map: secret communes, no job at all, too few of them", () => {
  const secret = {territoire: c.oissery, valeur: null, statut: "secret"} as const;
  const title = (communes: readonly f.Reference[]) =>
    plain(f.findCarte({territoire: c.ti, periode: stock, communes}).title);
  expect(title([{territoire: c.lHay, valeur: 60}, {territoire: c.lePin, valeur: 40}, secret])).toBe(
    "L'Haÿ-les-Roses concentre 60 % des emplois salariés privés du territoire, d'après les valeurs connues"
  );
  expect(title([{territoire: c.lePin, valeur: 0}, secret])).toBe(
    "Aucune commune du territoire de valeur connue ne compte d'emploi salarié privé"
  );
  expect(
    title([
      {territoire: c.lePin, valeur: 2},
      {territoire: c.meaux, valeur: 1}
    ])
  ).toContain("effectif trop faible pour conclure");
});

test("a map of ratios goes from the lowest to the highest, without the small communes", () => {
  const mesure = {kind: "rapport", le: "la part de l'industrie", genre: "f", unit: "pct"} as const;
  const communes = [
    {territoire: c.lesLilas, valeur: 2.5, effectif: 900},
    {territoire: c.lePin, valeur: 40, effectif: 300},
    {territoire: c.hameau, valeur: 100, effectif: 1}
  ];
  const finding = f.findCarte({territoire: c.ti, periode: stock, communes, mesure});
  expect(plain(finding.title)).toBe("La part de l'industrie va de 2,5 % aux Lilas à 40 % au Pin");
  expect(plain(finding.reading)).toContain("1 commune a un effectif trop faible pour être comparée");
});

test("a chapter opens with two sentences, the home page with one", () => {
  const input = {
    territoire: c.ti,
    effectif: {valeur: 30_214, periode: stock},
    population: {valeur: 154_680, periode: {from: "2023-01-01", to: "2023-01-01"}},
    partIndustrie: {valeur: 12.4},
    references: france(14.5),
    evolution: {valeur: 0.44, periode: decade}
  };
  expect(plain(f.findTerritoireChapeau(input).reading)).toBe(
    "Au 31 décembre 2025, on compte environ 30 200 emplois salariés privés dans le territoire, pour environ 155 000 habitants (1er janvier 2023). " +
      "Hors intérim, l'industrie en représente 12,4 %, 2,1 points de moins qu'en France (14,5 %) ; l'emploi privé a progressé de 0,4 % par an en moyenne de 2015 à 2025."
  );
  expect(plain(f.findAccueil(input).title)).toBe(
    "Le Territoire d'industrie Nord Est 77 – Meaux réunit 68 communes, environ 155 000 habitants et environ 30 200 emplois salariés privés (hors intérim, 12,4 % dans l'industrie)"
  );
});
