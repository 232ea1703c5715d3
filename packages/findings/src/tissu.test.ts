import {expect, test} from "vitest";
import {contrasted as c} from "./contrasted-territoires.ts";
import * as f from "./index.ts";

const stock = {from: "2026-11-01", to: "2026-11-01"};
const plain = (text: string | null) => (text ?? "").replace(/[\u00a0\u202f]/g, " ");
const france = (valeur: number) => [{territoire: c.france, valeur}];

test("actifs : le nombre, dont les employeurs ; 3 200 / 10 123 = 31,6 %, 6,6 points de plus que 25 %", () => {
  const finding = f.findActifs({
    territoire: c.ti,
    valeur: 10_123,
    periode: stock,
    employeurs: {valeur: 3200},
    references: france(25)
  });
  expect(plain(finding.title)).toBe(
    "Le territoire compte environ 10 100 établissements actifs au 1er novembre 2026, dont 3 200 employeurs"
  );
  expect(plain(finding.comparison)).toBe("31,6 % sont employeurs, 6,6 points de plus qu'en France (25 %)");
});

test("actifs : aucun, peu, aucun employeur, secret, un minimum", () => {
  const actifs = (input: Partial<f.ActifsInput>) =>
    f.findActifs({territoire: c.lesLilas, valeur: 300, periode: stock, ...input});
  expect(plain(actifs({valeur: 0, employeurs: {valeur: 0}}).title)).toBe(
    "La commune des Lilas ne compte aucun établissement actif au 1er novembre 2026"
  );
  const few = actifs({valeur: 5, employeurs: {valeur: 2}, references: france(25)});
  expect(plain(few.title)).toContain("5 établissements actifs au 1er novembre 2026, dont 2 employeurs");
  expect(few.comparison).toBeNull();
  expect(plain(actifs({employeurs: {valeur: 0}}).title)).toMatch(/, sans aucun employeur$/);
  expect(plain(actifs({valeur: null, statut: "secret"}).title)).toContain("secret statistique");
  const partial = actifs({statut: "minimum", employeurs: {valeur: 90, statut: "minimum"}});
  expect(plain(partial.title)).toContain("au moins 300 établissements actifs");
  expect(plain(partial.title)).toContain("dont au moins 90 employeurs");
  expect(partial.comparison).toBeNull();
});

test("employeurs : deux définitions et deux dates, jamais un seul nombre", () => {
  const urssaf = {valeur: 2950, periode: {from: "2025-12-31", to: "2025-12-31"}};
  const finding = f.findEmployeurs({territoire: c.ti, valeur: 3200, periode: stock, urssaf});
  expect(plain(finding.comparison)).toBe(
    "2 950 établissements employeurs selon l'Urssaf au 31 décembre 2025"
  );
  const missing = f.findEmployeurs({
    ...{territoire: c.ti, valeur: null, statut: "non_disponible", periode: stock, urssaf}
  });
  expect(missing.comparison).toBeNull();
});

test("définitions : du plus petit au plus grand nombre, ce qui manque est passé", () => {
  const compte = (libelle: string, valeur: number | null) => ({libelle, valeur, date: "2026-11-01"});
  const title = (...comptes: ReturnType<typeof compte>[]) =>
    plain(f.findDefinitions({territoire: c.ti, periode: stock, comptes}).title);
  expect(title(compte("actifs", 10_123), compte("employeurs", 2950), compte("autre", null))).toBe(
    "Selon la définition, on compte entre 2 950 et 10 100 établissements dans le territoire"
  );
  expect(title(compte("actifs", 7), compte("employeurs", 0))).toBe(
    "Selon la définition, on compte jusqu'à 7 établissements dans le territoire"
  );
  expect(title(compte("actifs", null), compte("employeurs", 3))).toBe(
    "Une seule définition est disponible dans le territoire : 3 établissements"
  );
  expect(title()).toContain("n'est pas disponible");
});

test("répartition : la plus grande part, sa référence, puis les suivantes ; 680 / 880 = 77,3 %", () => {
  const part = (libelle: string, valeur: number, partReference: number | null = null) => ({
    ...{libelle, predicat: `comptent ${libelle}`, valeur, partReference}
  });
  const input = {
    ...{territoire: c.ti, periode: stock, mots: f.etablissements, reference: c.france, seuil: 20},
    parts: [part("de 10 à 49 salariés", 200, 30), part("de 1 à 9 salariés", 680, 70)]
  };
  const finding = f.findRepartition(input);
  expect(plain(finding.title)).toBe(
    "77,3 % des établissements employeurs du territoire comptent de 1 à 9 salariés, 7,3 points de plus qu'en France (70 %)"
  );
  expect(plain(finding.reading)).toContain("« de 10 à 49 salariés » (22,7 %)");
  const few = f.findRepartition({...input, territoire: c.lePin, parts: [part("de 1 à 9 salariés", 3)]});
  expect(plain(few.title)).toBe(
    "Au Pin, 3 établissements employeurs : effectif trop faible pour conclure sur la répartition"
  );
  const none = f.findRepartition({...input, territoire: c.hameau, parts: [], total: 0});
  expect(plain(none.title)).toBe("Aucun établissement employeur à Rochefourchat");
  expect(f.findRepartition({...input, parts: []}).title).toContain("n'est pas disponible");
});

test("survie : comme en France à un demi-point près, et rien sur une cohorte trop petite", () => {
  const cohorte = {from: "2021-01-01", to: "2021-12-31"};
  const survie = (input: Partial<f.SurvieInput>) =>
    f.findSurvie({...{territoire: c.ti, periode: cohorte, age: 3, valeur: 71.2}, ...input});
  expect(plain(survie({cohorte: 800, references: france(71.3)}).title)).toBe(
    "Trois ans après leur création, 71,2 % des établissements créés en 2021 sont encore actifs dans le territoire, une part comparable à celle observée en France (71,3 %)"
  );
  expect(plain(survie({territoire: c.lesLilas, cohorte: 12, seuil: 30}).title)).toBe(
    "Aux Lilas, 12 établissements créés en 2021 : effectif trop faible pour conclure sur leur survie"
  );
  expect(plain(survie({cohorte: 40, valeur: 0, age: 5}).title)).toBe(
    "Cinq ans après leur création, aucun des établissements créés en 2021 n'est encore actif dans le territoire"
  );
  expect(plain(survie({valeur: null, statut: "non_applicable", cohorte: 0}).title)).toContain(
    "aucun établissement créé en 2021"
  );
  expect(
    plain(survie({territoire: c.monoEpciTi, references: [{territoire: c.monoEpci, valeur: 71.2}]}).title)
  ).not.toContain("CC du Pays");
});

test("flux : la dernière année contre la moyenne de celles d'avant ; (1 000 + 1 100 + 1 240) / 3 = 1 113", () => {
  const year = (annee: number, valeur: number | null) => ({
    valeur,
    periode: {from: `${annee}-01-01`, to: `${annee}-12-31`}
  });
  const title = (...annees: ReturnType<typeof year>[]) =>
    plain(f.findFlux({territoire: c.ti, flux: "creations", annees}).title);
  expect(title(year(2021, 1000), year(2022, 1100), year(2023, 1240), year(2024, 1234))).toBe(
    "En 2024, environ 1 230 établissements ont été créés dans le territoire, contre environ 1 110 par an en moyenne de 2021 à 2023"
  );
  expect(title(year(2021, 1000), year(2022, null), year(2023, 1240), year(2024, 1234))).not.toContain(
    "contre"
  );
  expect(title(year(2021, 1), year(2022, 2), year(2023, 0), year(2024, 0))).toBe(
    "En 2024, aucun établissement n'a été créé dans le territoire"
  );
  expect(title()).toContain("n'est pas disponible");
});

test.each([
  [4.2, 8.9, "entre 4 et 9 %"],
  [0, 24.1, "au plus 25 %"],
  [60.4, 100, "au moins 60 %"],
  [12, 12, "environ 12 %"],
  [0, 0, "aucun"],
  [null, 30, "au plus 30 %"],
  [30, null, "au moins 30 %"],
  [0, 100, null],
  [null, null, null],
  [40, 20, null]
])("un intervalle de %s à %s se lit « %s »", (min, max, expected) => {
  const text = f.formatIntervalle({min, max});
  expect(text === null ? null : plain(text)).toBe(expected);
});

test("concentration : des intervalles, et rien sous dix employeurs", () => {
  const input = {
    ...{territoire: c.ti, periode: stock, employeurs: 3200, seuil: 10},
    premier: {min: 4.2, max: 8.9},
    cinqPremiers: {min: 12, max: 25}
  };
  expect(plain(f.findConcentrationEmploi(input).title)).toBe(
    "Le premier établissement employeur réunit entre 4 et 9 % des salariés du territoire, les cinq premiers entre 12 et 25 %"
  );
  expect(plain(f.findConcentrationEmploi({...input, hhi: {min: 0.0021, max: 0.0041}}).reading)).toContain(
    "est entre 0,002 et 0,005."
  );
  const few = f.findConcentrationEmploi({...input, territoire: c.hirson, employeurs: 7});
  expect(plain(few.title)).toBe(
    "À Hirson, 7 établissements employeurs : effectif trop faible pour conclure sur la concentration de l'emploi"
  );
  const unknown = f.findConcentrationEmploi({...input, premier: null, cinqPremiers: {min: 0, max: 100}});
  expect(plain(unknown.title)).toContain("n'est pas disponible");
});

test("établissements nommés : combien sur combien, retirés, aucun, inconnus", () => {
  const named = (more: Partial<f.NommesInput>) =>
    f.findEtablissementsNommes({
      ...{territoire: c.ti, periode: stock, total: 240, nommes: 200, situes: 195, industriels: 60},
      ...{retires: null, ...more}
    });
  const finding = named({});
  expect(plain(finding.title)).toBe(
    "200 établissements de dix salariés et plus peuvent être nommés dans le territoire, dont 60 industriels"
  );
  expect(plain(finding.reading)).toContain("sur 240 comptés");
  expect(plain(finding.reading)).toContain("5 n'ont pas de position assez sûre");
  expect(plain(named({retires: "La liste est retirée."}).title)).toContain("est retirée : on en compte 240");
  expect(plain(named({nommes: 0, situes: 0, industriels: 0}).title)).toContain("ne peut être nommé");
  expect(plain(named({nommes: 0, situes: 0, industriels: 0, total: null}).title)).toContain(
    "n'est pas disponible"
  );
});

test("rapport : en points pour un taux, en proportion sinon ; 18,4 / 35 = 0,526, soit 47 % de moins", () => {
  const periode = {from: "2011-01-01", to: "2021-01-01"};
  const taux = {le: "le taux de création", genre: "m", unit: "pct"} as const;
  const surface = {le: "la consommation d'espaces", genre: "f", unit: "m2_habitant"} as const;
  const title = (
    input: Partial<f.RapportInput> & {mesure: f.RapportInput["mesure"]; valeur: number | null}
  ) => plain(f.findRapport({territoire: c.ti, periode, ...input}).title);
  expect(title({mesure: taux, valeur: 12.3, references: france(14.3)})).toBe(
    "Le taux de création est de 12,3 % dans le territoire, 2 points de moins qu'en France (14,3 %)"
  );
  expect(title({mesure: surface, valeur: 18.4, references: france(35)})).toBe(
    "La consommation d'espaces est de 18,4 m² par habitant dans le territoire, 47 % de moins qu'en France (35 m² par habitant)"
  );
  expect(title({mesure: surface, valeur: 80, references: france(35)})).toContain(
    "2,3 fois le niveau observé en France (35 m² par habitant)"
  );
  expect(title({mesure: surface, valeur: 36, references: france(35)})).toContain("un niveau proche de celui");
  expect(title({mesure: surface, valeur: 36, references: france(0)})).toContain(
    "contre 0 m² par habitant en France"
  );
  const assise = {valeur: 40, seuil: 100, mots: f.habitants};
  expect(title({mesure: surface, valeur: 36, assise})).toContain(
    "40 habitants : effectif trop faible pour conclure"
  );
  const none = f.findRapport({
    ...{territoire: c.ti, periode, mesure: surface, valeur: null, statut: "non_applicable"},
    motif: "Le nombre d'emplois a baissé."
  });
  expect(plain(none.title)).toContain("est sans objet");
  expect(plain(none.reading)).toContain("Le nombre d'emplois a baissé.");
});
