import {readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import type {FigureSpec} from "@observatoire/catalog";
import {findBannedWords} from "@observatoire/findings";
import {computeSuivi, filterPlan, type PlanSuivi, readPlan, type Visibilite} from "@observatoire/programme";
import {expect, test} from "vitest";
import {programmePages} from "../../src/pages/programme/index.ts";
import {makeChapters} from "../chapters-fixture.ts";

const folder = fileURLToPath(new URL("../../../../data/programme.exemple", import.meta.url));
const published = makeChapters();
const files = readdirSync(folder).filter((name) => name.endsWith(".csv"));
const {plan, faults} = readPlan(new Map(files.map((name) => [name, readFileSync(join(folder, name))])), {
  folder: "programme.exemple",
  epcis: null,
  indicateurs: null
});
// The fixture of the observatory holds some of the indicators alone.
const known = new Set(published.indicateurs.map(({id}) => id));
for (const action of plan.actions) action.indicateurs = action.indicateurs.filter((id) => known.has(id));
plan.objectifs = plan.objectifs.filter(({indicateur}) => indicateur === null || known.has(indicateur));

function follow(visibilite: Visibilite): PlanSuivi {
  const shown = filterPlan(plan, visibilite);
  return {
    visibilite,
    plan: shown,
    suivi: computeSuivi(shown, {
      date: "2026-11-24",
      dateLabel: "2023-11-09",
      observations: {valeurs: () => [], effectif: () => null}
    }),
    fictif: true,
    date: "2026-11-24",
    sha256: "0".repeat(64),
    panne: null
  };
}

const pagesOf = (visibilite: Visibilite) =>
  programmePages(published, follow(visibilite), {publisher: "Essai", seances: [], notice: null});
const committee = pagesOf("comite");
const page = (path: string) => committee.find((one) => one.path === path)!;
const figure = (path: string, id: string): FigureSpec => page(path).figures.find((one) => one.id === id)!;
const number = (path: string, id: string) => figure(path, id).rows.at(-1)!.valeur;

test("the fictional example is right, and says that it is fictional on each figure", () => {
  expect(faults).toEqual([]);
  const figures = committee.flatMap((one) => one.figures);
  expect(figures.length).toBeGreaterThan(60);
  const ofPlan = figures.filter(({sources}) => sources.some(({id}) => id === "programme"));
  expect(ofPlan.filter(({simulated}) => !simulated)).toEqual([]);
});

test("each text stands, without a hole nor a claimed cause, in both builds", () => {
  for (const one of [...committee, ...pagesOf("public")]) {
    for (const {title, subtitle, reading, alt, empty, limits} of one.figures) {
      const text = [title, subtitle, reading, alt, empty ?? "", ...limits].join("\n");
      expect(text, one.path).not.toMatch(/NaN|null|undefined|Infinity|, ,|\.\./);
      expect(title, one.path).toMatch(/^[\p{L}\d«].*[^.]$/u);
      expect(findBannedWords(text), one.path).toEqual([]);
    }
    for (const bloc of Object.values(one.blocs)) expect(bloc).not.toMatch(/NaN|>null|undefined/);
  }
});

test("key figures are what one counts by hand in the CSV", () => {
  const roots = plan.actions.filter(({parent_id}) => parent_id === null);
  expect(number("programme/index", "programme-actions")).toBe(roots.length);
  const late = roots.filter(
    ({date_fin, statut}) =>
      date_fin !== null && date_fin < "2026-11-24" && statut !== "Réalisé" && statut !== "Abandonné"
  );
  const blocked = roots.filter(({statut, blocage_cause}) => statut === "Bloqué" || blocage_cause !== null);
  expect(number("programme/index", "programme-alertes")).toBe(new Set([...late, ...blocked]).size);
  const planned = plan.budgets
    .filter(({unite}) => unite === "HT")
    .reduce((sum, {previsionnel}) => sum + (previsionnel ?? 0), 0);
  expect(number("programme/budget", "budget-prevu")).toBe(planned);
  const parts = figure("programme/budget", "budget-axes").rows.map(({previsionnel}) => Number(previsionnel));
  expect(parts.reduce((sum, part) => sum + part)).toBe(planned);
  const flows = figure("programme/budget", "budget-flux").rows.map(({montant}) => Number(montant));
  expect(flows.reduce((sum, flow) => sum + flow)).toBe(planned);
});

test("late and blocked actions come first, with what would unblock them", () => {
  const first = figure("programme/index", "programme-calendrier").rows.filter(({axe}) => axe === "foncier");
  expect(first.map(({signe}) => signe).slice(0, 2)).toEqual(["bloquée", "en retard"]);
  const bloc = page("programme/index").blocs["programme-a-traiter"]!;
  expect(bloc.indexOf("Pour débloquer")).toBeGreaterThan(0);
  expect(bloc).toContain("jours de retard");
});

test("filters name only what an action has, and each row says what it matches", () => {
  const bloc = page("programme/index").blocs["programme-liste"]!;
  const rows = [...bloc.matchAll(/<tr data-plan-ligne ([^>]*)>/g)].map(([, attributes]) => attributes!);
  expect(rows).toHaveLength(plan.actions.filter(({parent_id}) => parent_id === null).length);
  for (const name of ["statut", "pilote", "financeur"]) {
    const options = [
      ...(new RegExp(`name="${name}">([\\s\\S]*?)</select>`).exec(bloc)?.[1] ?? "").matchAll(
        /value="([^"]+)"/g
      )
    ];
    expect(options.length).toBeGreaterThan(1);
    for (const [, value] of options) {
      const found = rows.some((row) =>
        new RegExp(`data-${name}="([^"]*)"`)
          .exec(row)![1]!
          .split(name === "statut" ? "|" : " ")
          .includes(value!)
      );
      expect(found, `${name} ${value}`).toBe(true);
    }
  }
});

test("an axis page joins context, actions, money and results", () => {
  const axe = page("programme/axe-foncier");
  const ids = axe.figures.map(({id}) => id);
  expect(ids).toEqual(
    expect.arrayContaining(["axe-contexte-1", "axe-contexte-2", "axe-actions", "axe-prevu", "axe-levier"])
  );
  expect(axe.blocs["axe-resultats"]).toContain("cible");
  expect(axe.blocs["axe-liste"]).toContain("/programme/action-fon-");
});

test("a row reserved to the committee is in no page made for everybody", () => {
  const open = JSON.stringify(pagesOf("public"));
  const reserved = plan.actions.filter(({visibilite}) => visibilite === "comite");
  expect(reserved.length).toBeGreaterThan(2);
  for (const {titre} of reserved) {
    expect(JSON.stringify(committee)).toContain(JSON.stringify(titre).slice(1, -1));
    expect(open).not.toContain(JSON.stringify(titre).slice(1, -1));
  }
});

test("without plan, one page says how to begin", () => {
  const [only, ...others] = programmePages(published, null, {publisher: "Essai", seances: [], notice: null});
  expect(others).toEqual([]);
  expect(only).toMatchObject({path: "programme/index", shell: "programme/vide", figures: []});
});
