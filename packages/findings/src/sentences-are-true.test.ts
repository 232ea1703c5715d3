import {expect, test} from "vitest";
import {contrasted} from "./contrasted-territoires.ts";
import * as f from "./index.ts";
import {
  change,
  findFindingFaults,
  jobs,
  measure,
  periodes,
  pick,
  places,
  random,
  reference,
  references,
  statuts,
  subject,
  value
} from "./random-inputs.ts";

const secteurs = () =>
  Array.from({length: Math.floor(random() * 9)}, () => ({
    code: pick(["industrie", "autres_services", "CA", "CC", "GZ", "HZ", "inconnu"]),
    libelle: "Libellé",
    part: value(40),
    partReference: value(40),
    indice: value(3),
    effectif: jobs(),
    evolution: value(4),
    statut: pick(statuts)
  }));
const definition = () => pick(["indice_specificite", "quotient_localisation"] as const);
const mesure = () => ({
  le: "la part de l'industrie",
  genre: "f" as const,
  unit: pick(["pct", "pct_an", "emplois", "ratio", "indice", "points", "base100", "nombre"] as const)
});

const makers: Readonly<Record<string, () => f.Finding>> = {
  effectif: () => f.findEffectif({...subject(40_000), evolution: change(), references: references(2)}),
  etablissements: () =>
    f.findEtablissements({...subject(900), evolution: change(), references: references(2), effectif: jobs()}),
  population: () =>
    f.findPopulation({
      ...subject(3e6),
      evolution: change(),
      references: references(2),
      ensemble: random() < 0.5 ? reference(6e6) : null,
      seuil: pick([0, 500])
    }),
  part: () => f.findPartIndustrie({...subject(50), effectif: jobs(), references: references(20)}),
  evolution: () => f.findEvolution({...subject(3), effectif: jobs(), references: references(3)}),
  base100: () => f.findBase100({...subject(120), effectif: jobs(), references: references(120)}),
  grandsSecteurs: () =>
    f.findGrandsSecteurs({
      ...subject(1),
      effectif: jobs(),
      secteurs: secteurs(),
      reference: random() < 0.8 ? pick(places) : null
    }),
  specificite: () =>
    f.findSpecificite({
      ...subject(1),
      effectif: jobs(),
      secteurs: secteurs(),
      reference: pick(places),
      definition: definition()
    }),
  krugman: () =>
    f.findKrugman({
      ...subject(0.6),
      effectif: jobs(),
      references: references(0.5),
      reference: pick(places),
      nomenclature: "A38"
    }),
  structure: () =>
    f.findStructureDynamique({
      ...subject(1),
      effectif: jobs(),
      secteurs: secteurs(),
      reference: pick(places),
      definition: definition()
    }),
  shiftShare: () =>
    f.findShiftShare({
      ...subject(1),
      reference: pick(places),
      nomenclature: "A38",
      emploiDebut: jobs(),
      national: value(3000),
      structurel: value(500),
      local: value(3000)
    }),
  bande: () =>
    f.findBande({
      ...subject(20),
      mesure: mesure(),
      autres: Array.from({length: Math.floor(random() * 20)}, () => value(20))
    }),
  carte: () => f.findCarte({...subject(1), communes: references(4000)}),
  carteRapport: () =>
    f.findCarte({...subject(1), communes: references(60), mesure: {kind: "rapport", ...mesure()}}),
  chapeau: () => f.findTerritoireChapeau(summary()),
  accueil: () => f.findAccueil(summary())
};

function summary() {
  const periode = {from: "2025-12-31", to: "2025-12-31"};
  return {
    territoire: pick(places),
    effectif: {...measure(40_000), periode},
    population: random() < 0.8 ? {...measure(90_000), periode} : null,
    partIndustrie: measure(40),
    references: references(20),
    evolution: change()
  };
}

test.each(Object.keys(makers))("%s: 200 random inputs give sound sentences", (name) => {
  const faults = Array.from({length: 200}, () => findFindingFaults(makers[name]!())).flat();
  expect([...new Set(faults)]).toEqual([]);
});

const read = (text: string) =>
  Number(
    text
      .replace("−", "-")
      .replace(",", ".")
      .replace(/[^\d.-]/g, "")
  );

test("words agree with the signs and the printed numbers: rates", () => {
  for (let i = 0; i < 1000; i++) {
    const [own, there] = [random() * 4 - 2, random() * 4 - 2];
    const {title} = f.findEvolution({
      territoire: contrasted.meaux,
      periode: periodes[0]!,
      valeur: own,
      references: [{territoire: contrasted.france, valeur: there}]
    });
    if (title.includes("progressé")) expect(own).toBeGreaterThan(0);
    if (title.includes("reculé")) expect(own).toBeLessThan(0);
    if (title.includes("stable")) expect(Math.abs(own)).toBeLessThanOrEqual(0.15);
    if (/plus vite|recul plus lent/.test(title))
      expect(f.roundTenth(own)).toBeGreaterThan(f.roundTenth(there));
    if (/moins vite|recul plus rapide/.test(title))
      expect(f.roundTenth(own)).toBeLessThan(f.roundTenth(there));
  }
});

test("words agree with the signs and the printed numbers: shares", () => {
  for (let i = 0; i < 1000; i++) {
    const [own, there] = [random() * 30, random() * 30];
    const {title} = f.findPartIndustrie({
      territoire: contrasted.meaux,
      periode: periodes[2]!,
      valeur: own,
      references: [{territoire: contrasted.france, valeur: there}]
    });
    const shown = /pèse (?:moins de )?([\d,]+)/.exec(title);
    const gap = /([\d,]+)\u00a0points? de (plus|moins).*\(([\d,]+)/.exec(title);
    if (/ plus /.test(title)) expect(own).toBeGreaterThan(there);
    if (/de moins qu|légèrement moins/.test(title)) expect(own).toBeLessThan(there);
    if (title.includes("comparable")) expect(Math.abs(own - there)).toBeLessThan(0.6 + 1e-9);
    if (gap && shown && !title.includes("moins de 0")) {
      const sign = gap[2] === "plus" ? 1 : -1;
      expect(read(shown[1]!) - read(gap[3]!)).toBeCloseTo(sign * read(gap[1]!), 6);
    }
  }
});

test("words agree with the signs and the printed numbers: jobs of the shift-share, changes in base 100", () => {
  for (let i = 0; i < 1000; i++) {
    const [national, structurel, local] = [
      random() * 4000 - 2000,
      random() * 900 - 450,
      random() * 3000 - 1500
    ] as const;
    const {title, comparison} = f.findShiftShare({
      territoire: contrasted.ti,
      periode: periodes[0]!,
      reference: contrasted.france,
      nomenclature: "A38",
      emploiDebut: 30_000,
      national,
      structurel,
      local
    });
    const total = national + structurel + local;
    if (/ (?:a|ont) gagné/.test(title)) expect(total).toBeGreaterThan(0);
    if (/privé a perdu/.test(title)) expect(total).toBeLessThan(0);
    if (/aurait gagné/.test(title)) expect(national).toBeGreaterThan(0);
    if (/aurait perdu/.test(title)) expect(national).toBeLessThan(0);
    if (/de plus/.test(comparison!)) expect(total).toBeGreaterThan(national);
    if (/de moins/.test(comparison!)) expect(total).toBeLessThan(national);
    const base = f.findBase100({
      territoire: contrasted.ti,
      periode: periodes[0]!,
      valeur: 100 + national / 50
    });
    if (base.title.includes("gagné")) expect(national).toBeGreaterThan(0);
    if (base.title.includes("perdu")) expect(national).toBeLessThan(0);
  }
});
