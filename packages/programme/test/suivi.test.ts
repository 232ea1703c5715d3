import {expect, test} from "vitest";
import {calendarDay} from "../src/calendar-day.ts";
import {computeSuivi} from "../src/compute-suivi.ts";
import type {Plan} from "../src/plan.ts";
import {readPlan} from "../src/read-plan.ts";
import type {Observations} from "../src/suivi.ts";
import {context, planFiles} from "./plan-files.ts";

const nothing: Observations = {valeurs: () => [], effectif: () => null};
const right = (): Plan => readPlan(planFiles(), context).plan;
const follow = (plan: Plan, date = "2026-11-24", observations = nothing) =>
  computeSuivi(plan, {date, dateLabel: "2023-11-09", observations});

test("a day is the one of Paris, in winter and in summer", () => {
  expect(calendarDay(new Date("2026-01-10T23:30:00Z"))).toBe("2026-01-11");
  expect(calendarDay(new Date("2026-07-10T22:30:00Z"))).toBe("2026-07-11");
  expect(calendarDay(new Date("2026-01-10T22:30:00Z"))).toBe("2026-01-10");
});

test("the last day planned is on time, the next is one day late, and a closed action is never late", () => {
  const plan = right();
  const late = (date: string) => follow(plan, date).actions[0]!;
  expect(late("2026-12-31")).toMatchObject({en_retard: false, jours_de_retard: null});
  expect(late("2027-01-01")).toMatchObject({en_retard: true, jours_de_retard: 1, retard_declare: false});
  plan.actions[0]!.statut = "Réalisé";
  expect(late("2027-06-01").en_retard).toBe(false);
});

test("progress has two forms, and a sous-action is no action of its own", () => {
  const plan = right();
  const [action, step] = [plan.actions[0]!, plan.etapes[0]!];
  plan.actions.push(
    {...action, id: "A2", statut: "Réalisé"},
    {...action, id: "A3", statut: "Abandonné"},
    {...action, id: "A4", parent_id: "A1", axe: "foncier", statut: "Bloqué"}
  );
  plan.etapes.push(
    {...step, id: "E2", realise: false},
    {...step, id: "E3", action_id: "A4", realise: false},
    {...step, id: "E4", action_id: "A3"}
  );
  const {avancement} = follow(plan);
  // Roots A1, A2, A3: one done of three, 33.3. Steps of A1 (1 of 2) and A4 (0 of 1), those of the abandoned A3 apart: 1 of 3.
  expect(avancement[0]!.avancement).toMatchObject({
    actions: 3,
    realisees: 1,
    par_actions: 33.3,
    etapes: 3,
    etapes_realisees: 1,
    par_etapes: 33.3
  });
  // A4 counts in the axis of its root.
  expect(avancement.find(({cle}) => cle === "foncier")!.avancement).toMatchObject({
    actions: 0,
    par_actions: 0,
    par_etapes: null
  });
});

test("nothing said of an amount is not zero, and the actions behind it are counted", () => {
  const plan = right();
  const [action, line] = [plan.actions[0]!, plan.budgets[0]!];
  plan.actions.push({...action, id: "A2"});
  plan.financeurs.push({id: "F2", nom: "Entreprises", nature: "privé", visibilite: "public"});
  plan.budgets.push(
    {...line, id: "B2", action_id: "A2", previsionnel: 0, engage: 100.1},
    {...line, id: "B3", action_id: "A2", financeur_id: "F2", previsionnel: 25_001, engage: 200.2},
    {...line, id: "B4", unite: "ETP", previsionnel: 1.5}
  );
  const {budgets, leviers} = follow(plan);
  const total = budgets.filter(({groupe}) => groupe === "total");
  // 12 500.50 + 0 + 25 001 = 37 501.50 over A1 and A2; 100.1 + 200.2 = 300.3 of A2 alone; nothing says what is paid.
  expect(total[0]).toMatchObject({
    unite: "HT",
    previsionnel: {total: 37_501.5, actions: 2},
    engage: {total: 300.3, actions: 1},
    paye: {total: null, actions: 0}
  });
  expect(total[1]).toMatchObject({unite: "ETP", previsionnel: {total: 1.5, actions: 1}});
  // 25 001 private for 12 500.50 public: 2.
  expect(leviers[0]).toEqual({cle: "total", public: 12_500.5, prive: 25_001, levier: 2});
  expect(leviers.find(({cle}) => cle === "foncier")!.levier).toBeNull();
});

test("applications: granted over decided, median delay, euros granted over euros asked", () => {
  const plan = right();
  const aide = {...plan.aides[0]!, date_depot: "2025-01-01"};
  plan.aides = [
    {
      ...aide,
      id: "D1",
      statut: "accordée",
      montant_demande: 100,
      montant_accorde: 50,
      date_decision: "2025-01-11"
    },
    {...aide, id: "D2", statut: "refusée", montant_demande: 300, date_decision: "2025-01-31"},
    {...aide, id: "D3", statut: "versée", montant_demande: null, montant_accorde: 10, montant_verse: 10},
    {...aide, id: "D4", statut: "déposée", montant_demande: 1000},
    {...aide, id: "D5", statut: "en préparation", date_depot: null}
  ];
  // 2 granted of 3 decided; delays 10 and 30 days; 50 of the 400 euros asked by the decided applications that say both.
  expect(follow(plan).aides[0]).toMatchObject({
    dossiers: 5,
    deposees: 4,
    decidees: 3,
    accordees: 2,
    taux_transformation: 66.7,
    delai_median: 20,
    taux_montant: 12.5,
    demande: 1400
  });
});

test("completeness alerts under 80 %, and asks a note of old actions alone", () => {
  const plan = right();
  plan.actions[0]!.date_creation = "2025-11-24";
  plan.actions.push({...plan.actions[0]!, id: "A2", titre: "Sans titre", date_creation: "2026-06-01"});
  const {completude} = follow(plan);
  expect(completude.find(({champ}) => champ === "titre")).toMatchObject({
    remplies: 1,
    actions: 2,
    pourcentage: 50,
    alerte: true
  });
  expect(completude.find(({champ}) => champ === "suivi_recent")).toMatchObject({
    remplies: 0,
    actions: 1,
    alerte: true
  });
  expect(completude.find(({champ}) => champ === "pilotes")).toMatchObject({pourcentage: 100, alerte: false});
});

test("a target is compared with the straight line that leads to it", () => {
  const plan = right();
  plan.objectifs[0] = {
    ...plan.objectifs[0]!,
    indicateur: "part_industrie",
    cible_valeur: 20,
    cible_date: "2027-12-31"
  };
  const at = (valeur: number | null) =>
    follow(plan, "2026-11-24", {
      ...nothing,
      valeurs: () => [
        {date: "2022-12-31", valeur: 10, statut: "connu"},
        {date: "2025-06-30", valeur, statut: valeur === null ? "secret" : "provisoire"}
      ]
    }).objectifs[0]!;
  // 912 days of the 1 826 of the way, 49.95 %: the line is at 14.99.
  expect(at(12).trajectoire).toBeCloseTo(14.995, 2);
  expect(at(12)).toMatchObject({
    reference_valeur: 10,
    chemin: 20,
    position: "en deçà",
    fiabilite: "valeur provisoire"
  });
  expect(at(15.1).position).toBe("dans la trajectoire");
  expect(at(18).position).toBe("en avance");
  expect(at(20).position).toBe("atteint");
  expect(at(null)).toMatchObject({valeur: 10, valeur_date: "2022-12-31"});
});

test("declared jobs stand beside a class: unknown, hidden and without SIRET are three things", () => {
  const plan = right();
  const project = plan.projets_industriels[0]!;
  plan.projets_industriels = [
    {...project, emplois_declares: 40},
    {...project, id: "I2", siret: null},
    {...project, id: "I3", siret: "35600000000048"}
  ];
  const {emplois} = follow(plan, "2026-11-24", {
    ...nothing,
    effectif: (siret) =>
      siret.startsWith("356") ? {min: null, max: null, annee: null, statut: "secret"} : null
  });
  expect(emplois.map(({statut}) => statut)).toEqual(["non_disponible", "non_applicable", "secret"]);
  expect(emplois[0]).toMatchObject({declares: 40, observes_min: null});
});
