import fc from "fast-check";
import {expect, test} from "vitest";
import {filterPlan} from "../src/filter-plan.ts";
import type {Plan} from "../src/plan.ts";
import {readPlan} from "../src/read-plan.ts";
import {writePlan} from "../src/write-plan.ts";
import {context, rightPlan as right} from "./plan-files.ts";
import {bigPlan, randomPlan} from "./random-plan.ts";

const bytes = (plan: Plan) =>
  new Map([...writePlan(plan)].map(([name, text]) => [name, Buffer.from(text) as Uint8Array]));

test("a plan is written and read back without loss", () => {
  fc.assert(
    fc.property(randomPlan, (plan) => {
      const {plan: read, faults} = readPlan(bytes(plan), context);
      expect(faults).toEqual([]);
      expect(read).toEqual(plan);
    })
  );
});

test("60 actions, 300 steps, 200 budget lines, 80 applications come back as they were", () => {
  const big = bigPlan();
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
