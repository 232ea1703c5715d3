import {expect, test} from "vitest";
import {contrasted} from "./contrasted-territoires.ts";
import * as f from "./index.ts";
import {
  findFindingFaults,
  jobs,
  measure,
  periodes,
  pick,
  places,
  random,
  references,
  subject,
  value
} from "./random-inputs.ts";

const makers: Readonly<Record<string, () => f.Finding>> = {
  carteActifs: () =>
    f.findCarte({
      ...subject(1),
      communes: references(400),
      mesure: {kind: "nombre", mots: f.etablissementsActifs}
    }),
  base100Actifs: () =>
    f.findBase100({
      ...subject(120),
      effectif: jobs(),
      references: references(120),
      mesure: {
        le: "le nombre d'établissements actifs",
        long: "le nombre d'établissements actifs",
        evolution: "l'évolution de leur nombre",
        mots: f.etablissementsActifs
      }
    }),
  actifs: () =>
    f.findActifs({...subject(9000), employeurs: pick([null, measure(3000)]), references: references(40)}),
  employeurs: () =>
    f.findEmployeurs({
      ...subject(3000),
      urssaf: pick([null, {...measure(3000), periode: pick(periodes)}])
    }),
  definitions: () =>
    f.findDefinitions({
      territoire: pick(places),
      periode: pick(periodes),
      comptes: Array.from({length: Math.floor(random() * 5)}, () => ({
        ...measure(9000),
        libelle: "actifs Sirene",
        date: "2026-11-01"
      }))
    }),
  repartition: () =>
    f.findRepartition({
      territoire: pick(places),
      periode: pick(periodes),
      mots: pick([f.etablissementsActifs, f.friches, f.etablissements]),
      parts: Array.from({length: Math.floor(random() * 6)}, () => ({
        libelle: "De 1 à 9 salariés",
        predicat: "comptent de 1 à 9 salariés",
        valeur: value(400),
        partReference: value(60)
      })),
      reference: pick([null, contrasted.france, pick(places)]),
      seuil: pick([0, 20])
    }),
  survie: () =>
    f.findSurvie({
      ...subject(90),
      age: pick([3, 5, 7]),
      cohorte: jobs(),
      references: references(90),
      seuil: pick([0, 30]),
      ...(random() < 0.3 && {parmi: "des industries manufacturières"})
    }),
  flux: () =>
    f.findFlux({
      territoire: pick(places),
      flux: pick(["creations", "conso_enaf", "conso_enaf_activite"] as const),
      annees: Array.from({length: Math.floor(random() * 13)}, (_, index) => ({
        ...(random() < 0.8 ? {valeur: random() * 900, statut: "connu" as const} : measure(200)),
        periode: {from: `${2009 + index}-01-01`, to: `${2009 + index}-12-31`}
      }))
    }),
  concentration: () =>
    f.findConcentrationEmploi({
      territoire: pick(places),
      periode: pick(periodes),
      employeurs: jobs(),
      premier: interval(),
      cinqPremiers: interval(),
      dixPremiers: interval(),
      plus50: interval(),
      hhi: pick([null, {min: value(0.5), max: value(1)}, {min: 0.002, max: 0.0041}])
    }),
  trajectoire: () =>
    f.findTrajectoire({
      territoire: pick(places),
      ileDeFrance: random() < 0.5,
      decennie: {from: "2011-01-01", to: "2021-01-01"},
      depuis: {from: "2021-01-01", to: "2024-01-01"},
      reference: measure(80),
      repere: measure(40),
      consommee: measure(20),
      projetee: measure(60)
    }),
  friches: () =>
    f.findFriches({
      territoire: pick(places),
      periode: pick(periodes),
      nombre: {...measure(40), valeur: jobs()},
      surface: pick([null, measure(80)]),
      statuts: ["sans_projet", "avec_projet", "reconvertie", "inconnu"].map((code) => ({
        code,
        valeur: jobs()
      }))
    }),
  surface: () =>
    f.findSurface({...subject(90), avant: pick([null, {...measure(200), periode: pick(periodes)}])}),
  ventes: () =>
    f.findVentes({
      territoire: pick(places),
      periode: pick(periodes),
      locaux: {...measure(9), valeur: jobs()},
      terrains: {...measure(9), valeur: jobs()}
    }),
  nommes: () =>
    f.findEtablissementsNommes({
      territoire: pick(places),
      periode: pick(periodes),
      total: jobs(),
      nommes: pick([0, 1, 30]),
      situes: 0,
      industriels: pick([0, 1]),
      retires: pick([null, "La liste est retirée"])
    }),
  gisement: () =>
    f.findGisement({
      territoire: pick(places),
      periode: pick(periodes),
      classe: pick([null, "Gisement potentiel et non exploité"])
    }),
  prix: () =>
    f.findPrix({
      ...subject(3000),
      quoi: "des locaux d'activité",
      nombre: jobs(),
      quartiles: [value(900), value(4000)],
      references: references(3000),
      motif: pick([null, "moins de 11 ventes"])
    }),
  rapport: () =>
    f.findRapport({
      ...subject(90),
      mesure: pick([
        {le: "le taux de création", genre: "m", unit: "pct"},
        {le: "la consommation d'espaces par habitant", genre: "f", unit: "m2_habitant"},
        {le: "la consommation par emploi", genre: "f", unit: "m2_emploi"},
        {le: "le nombre d'emplois pour 100 actifs occupés", genre: "m", unit: "pour_100"}
      ] as const),
      assise: pick([null, {valeur: jobs(), seuil: 20, mots: f.etablissementsActifs}]),
      references: references(90)
    })
};

function interval() {
  return pick([null, {min: value(60), max: value(120)}, {min: 12, max: 25}, {min: 0, max: 0}]);
}

test.each(Object.keys(makers))("%s: 200 random inputs give sound sentences", (name) => {
  const faults = Array.from({length: 200}, () => findFindingFaults(makers[name]!())).flat();
  expect([...new Set(faults)]).toEqual([]);
});

const read = (text: string) => Number(text.replace(/[\u00a0\u202f]/g, "").replace(",", "."));

test("words agree with the signs and the printed numbers: proportions", () => {
  for (let i = 0; i < 1000; i++) {
    const [own, there] = [random() * 60, random() * 60];
    const {title} = f.findRapport({
      territoire: contrasted.meaux,
      periode: periodes[2]!,
      valeur: own,
      mesure: {le: "la consommation d'espaces", genre: "f", unit: "m2_habitant"},
      references: [{territoire: contrasted.france, valeur: there}]
    });
    if (/% de plus|fois le niveau/.test(title)) expect(own).toBeGreaterThan(there);
    if (/% de moins/.test(title)) expect(own).toBeLessThan(there);
    const gap = /est de ([\d,]+)\u00a0m².* ([\d]+)\u00a0% de (plus|moins).*\(([\d,]+)/.exec(title);
    if (gap) {
      const printed = read(gap[1]!) / read(gap[4]!) - 1;
      expect(Math.abs(Math.abs(100 * printed) - read(gap[2]!))).toBeLessThan(5.001);
      expect(Math.sign(printed)).toBe(gap[3] === "plus" ? 1 : -1);
    }
  }
});

test("an interval always holds its bounds", () => {
  for (let i = 0; i < 1000; i++) {
    const [a, b] = [random() * 100, random() * 100];
    const [min, max] = [Math.min(a, b), Math.max(a, b)];
    const bounds = /^entre (\d+) et (\d+)/.exec(f.formatIntervalle({min, max}) ?? "");
    if (!bounds) continue;
    expect(Number(bounds[1])).toBeLessThanOrEqual(min);
    expect(Number(bounds[2])).toBeGreaterThanOrEqual(max);
  }
});
