import fc from "fast-check";
import {expect, test} from "vitest";
import {filterPlan} from "../src/filter-plan.ts";
import type {Plan} from "../src/plan.ts";
import {readPlan} from "../src/read-plan.ts";
import {writePlan} from "../src/write-plan.ts";
import {context, planFiles} from "./plan-files.ts";

const right = () => readPlan(planFiles(), context).plan;
const bytes = (plan: Plan) =>
  new Map([...writePlan(plan)].map(([name, text]) => [name, Buffer.from(text) as Uint8Array]));

/** What a person types: quotes, semicolons, breaks, accents; a formula or an error of a spreadsheet is refused elsewhere. */
const typed = fc
  .string({unit: fc.constantFrom(..."aé \"';,-0€\n|&<>".split("")), minLength: 1, maxLength: 40})
  .map((text) => `t${text}`.trim());

test("a plan is written and read back without loss", () => {
  fc.assert(
    fc.property(
      typed,
      typed,
      fc.nat(1e9),
      fc.constantFrom("public" as const, "comite" as const),
      (titre, texte, cents, visibilite) => {
        const plan = right();
        plan.actions[0] = {...plan.actions[0]!, titre, description: texte, visibilite};
        plan.budgets[0] = {...plan.budgets[0]!, previsionnel: cents / 100, paye: 0, engage: null};
        const {plan: read, faults} = readPlan(bytes(plan), context);
        expect(faults).toEqual([]);
        expect(read).toEqual(plan);
      }
    )
  );
});

test("60 actions, 300 steps, 200 budget lines, 80 applications come back as they were", () => {
  const plan = right();
  const many = <T extends {id: string}>(row: T, count: number, more: (index: number) => Partial<T>): T[] =>
    Array.from({length: count}, (_, index) => ({...row, ...more(index), id: `${row.id}-${index}`}));
  const actions = many(plan.actions[0]!, 60, (index) => ({titre: `Action ${index} ; « suite »`}));
  const big: Plan = {
    ...plan,
    actions,
    etapes: many(plan.etapes[0]!, 300, (index) => ({action_id: actions[index % 60]!.id, ordre: index})),
    budgets: many(plan.budgets[0]!, 200, (index) => ({
      action_id: actions[index % 60]!.id,
      annee: 2023 + Math.floor(index / 60)
    })),
    aides: many(plan.aides[0]!, 80, (index) => ({
      action_id: actions[index % 60]!.id,
      montant_demande: index * 1000.5
    }))
  };
  const {plan: read, faults} = readPlan(bytes(big), context);
  expect(faults).toEqual([]);
  expect(read).toEqual(big);
});

test("nothing below a reserved row, nor any mention of one, stays in the public plan", () => {
  const plan = right();
  const canary = "CANARI-7Q";
  plan.partenaires.push({...plan.partenaires[0]!, id: canary, nom: canary, visibilite: "comite"});
  plan.actions[0]!.pilotes.push(canary);
  plan.actions.push(
    {...plan.actions[0]!, id: `${canary}-A`, titre: canary, visibilite: "comite"},
    {...plan.actions[0]!, id: `${canary}-B`, titre: canary, parent_id: `${canary}-A`}
  );
  plan.etapes.push({...plan.etapes[0]!, id: "E2", action_id: `${canary}-B`, nom: canary});
  plan.budgets.push({...plan.budgets[0]!, id: "B2", action_id: `${canary}-A`, previsionnel: 987654});
  plan.decisions.push({...plan.decisions[0]!, id: "X2", action_id: `${canary}-A`, texte: canary});
  plan.commentaires.push({...plan.commentaires[0]!, id: "M2", cible: `action:${canary}-B`, texte: canary});
  const open = JSON.stringify(filterPlan(plan, "public"));
  expect(open).not.toContain(canary);
  expect(open).not.toContain("987654");
  expect(filterPlan(plan, "comite")).toEqual(plan);
});
