import {describe, expect, test} from "vitest";
import {planColumns} from "../src/columns.ts";
import {comparePlans} from "../src/compare-plans.ts";
import {computeSuivi} from "../src/compute-suivi.ts";
import type {CellValue} from "../src/parse-cell.ts";
import {type Plan, tablesPlan} from "../src/plan.ts";
import type {Observations, PlanSuivi} from "../src/suivi.ts";
import {rightPlan} from "./plan-files.ts";

const nothing: Observations = {valeurs: () => [], effectif: () => null};
const follow = (plan: Plan, date = "2026-11-24", observations = nothing): PlanSuivi => ({
  visibilite: "comite",
  plan,
  suivi: computeSuivi(plan, {date, dateLabel: "2023-11-09", observations}),
  fictif: true,
  date,
  sha256: "0",
  panne: null
});
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, " ");

/** Sentences of what changes when a plan is edited. */
function phrases(edit: (plan: Plan) => void, prepare: (plan: Plan) => void = () => {}): string[] {
  const [before, after] = [rightPlan(), rightPlan()];
  prepare(before);
  prepare(after);
  edit(after);
  return comparePlans(follow(before), follow(after)).map(({phrase}) => plain(phrase));
}

test("nothing changed, nothing said", () => {
  expect(phrases(() => {})).toEqual([]);
});

test("sentences, statuses first, then money, dates and the rest", () => {
  expect(
    phrases((plan) => {
      Object.assign(plan.actions[0]!, {
        statut: "Réalisé",
        date_fin: "2027-06-01",
        description: "Atelier de 300 m²",
        pilotes: []
      });
      plan.etapes[0]!.realise = false;
      plan.budgets[0]!.previsionnel = 150_000;
      plan.budgets[0]!.engage = 1000.5;
      plan.aides.push({...plan.aides[0]!, id: "D2", dispositif: "France 2030"});
      plan.decisions = [];
    })
  ).toEqual([
    "L'action A1 « Ouvrir un plateau technique » passe de « En cours » à « Réalisé ».",
    "Le budget prévu de l'action A1 passe de 12 500,50 € à 150 000 €.",
    "Le budget engagé de l'action A1, qui était vide, devient 1 000,50 €.",
    "L'action A1 « Ouvrir un plateau technique » : « Fin prévue » passe du 31 décembre 2026 au 1er juin 2027.",
    "L'étape E1 « Étude » de l'action A1 n'est plus réalisée.",
    "L'action A1 « Ouvrir un plateau technique » : la part des étapes réalisées passe de 100 % à 0 %.",
    "L'aide D2 « France 2030 » est ajoutée.",
    "La décision X1 « Lancer l'étude » est retirée.",
    "L'action A1 « Ouvrir un plateau technique » : « Description », qui était vide, devient « Atelier de 300 m² ».",
    "L'action A1 « Ouvrir un plateau technique » : « Pilotes », qui était « CFA du Multien (exemple) », est désormais vide."
  ]);
});

test("a line among several is named; full-time equivalents are no euros", () => {
  const two = (plan: Plan) =>
    plan.budgets.push({...plan.budgets[0]!, id: "B2", unite: "ETP", previsionnel: 1});
  expect(
    phrases((plan) => {
      plan.budgets[1]!.previsionnel = 1.5;
    }, two)
  ).toEqual([
    "Le budget prévu de l'action A1 (investissement, 2025, Région (exemple)) passe de 1 ETP à 1,5 ETP."
  ]);
});

test("time alone makes an action late, and the observatory moves a target", () => {
  const plan = rightPlan();
  plan.objectifs[0] = {...plan.objectifs[0]!, indicateur: "part_industrie", cible_valeur: 20};
  const seen = (valeur: number): Observations => ({
    ...nothing,
    valeurs: () => [
      {date: "2022-12-31", valeur: 10, statut: "connu"},
      {date: "2025-12-31", valeur, statut: "connu"}
    ]
  });
  const changes = comparePlans(follow(plan, "2026-12-31", seen(12)), follow(plan, "2027-01-01", seen(12.5)));
  expect(changes.map(({phrase}) => phrase)).toEqual([
    "L'action A1 « Ouvrir un plateau technique » est désormais en retard : sa fin prévue est passée.",
    "L'objectif O1 « Apprentis accueillis » : la valeur de l'indicateur passe de 12 à 12,5."
  ]);
});

describe("no change of a column is lost", () => {
  for (const table of tablesPlan)
    test.each(planColumns[table].map((column) => [`${table}.${column.name}`, column] as const))(
      "%s",
      (_, column) => {
        const after = rightPlan();
        const row = after[table][0] as unknown as Record<string, CellValue>;
        const was = row[column.name] ?? null;
        const other: CellValue = Array.isArray(was)
          ? [...was, "ZZ"]
          : typeof was === "boolean"
            ? !was
            : column.allowed
              ? column.allowed.find((value) => value !== was)!
              : ["montant", "nombre", "entier", "annee"].includes(column.type)
                ? 2031
                : column.type === "date"
                  ? "2031-01-01"
                  : "ZZ";
        row[column.name] = other;
        const found = comparePlans(follow(rightPlan()), follow(after));
        expect(found.length).toBeGreaterThan(0);
        expect(found.every(({phrase}) => /^[A-ZÉ].*\.$/s.test(phrase))).toBe(true);
        expect(found.some(({avant, apres}) => avant !== apres)).toBe(true);
        row[column.name] = Array.isArray(was) ? [] : null;
        if (was !== null && was.toString() !== "" && column.name !== "id" && !column.required)
          expect(comparePlans(follow(rightPlan()), follow(after)).some(({apres}) => apres === null)).toBe(
            true
          );
      }
    );
});
