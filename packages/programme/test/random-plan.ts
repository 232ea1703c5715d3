import fc from "fast-check";
import {type PlanColumn, planColumns} from "../src/columns.ts";
import type {CellValue} from "../src/parse-cell.ts";
import {type Plan, type TablePlan, tablesPlan} from "../src/plan.ts";
import {context, rightPlan} from "./plan-files.ts";

/** What a person types: quotes, semicolons, breaks, accents; a formula or an error of a spreadsheet is refused elsewhere. */
export const typed = fc
  .string({unit: fc.constantFrom(..."aé \"';,-0€\n|&<>_x41😀".match(/./gsu)!), minLength: 1, maxLength: 40})
  .map((text) => `t${text}`.trim());

/** An item of a list: no bar, no break. */
const item = typed.map((text) => text.replace(/[|\n]/g, " ").trim());
const day = fc
  .integer({min: Date.parse("2000-01-01") / 864e5, max: Date.parse("2099-12-31") / 864e5})
  .map((days) => new Date(days * 864e5).toISOString().slice(0, 10));
const optional = <T>(value: fc.Arbitrary<T>, {required}: PlanColumn) =>
  required ? value : fc.option(value, {nil: null});

/** Values of a column, but identifiers, references and dates in order, which `link` sets. */
function arbitraryOf(column: PlanColumn): fc.Arbitrary<CellValue> {
  if (column.allowed) return optional(fc.constantFrom(...column.allowed), column);
  if (column.reference === "epci") return fc.subarray([...(context.epcis ?? [])]);
  if (column.reference === "indicateur")
    return column.type === "liste"
      ? fc.subarray([...context.indicateurs])
      : optional(fc.constantFrom(...context.indicateurs), column);
  if (column.type === "liste" && !column.reference) return fc.array(item, {maxLength: 3});
  const values: Partial<Record<PlanColumn["type"], fc.Arbitrary<CellValue>>> = {
    texte: typed,
    date: day,
    booleen: fc.boolean(),
    montant: fc.nat(1e11).map((cents) => cents / 100),
    nombre: fc.double({noNaN: true, min: -1e9, max: 1e9}).map((value) => (Object.is(value, -0) ? 0 : value)),
    entier: fc.nat(1e6),
    annee: fc.integer({min: 2000, max: 2099}),
    siret: fc.constantFrom("73282932000074", "05542000400016"),
    siren: fc.constantFrom("732829320", "055420004"),
    commune: fc.constantFrom("01004", "77284", "2A004"),
    cible: fc.constantFrom("axe:foncier", "figure:part-industrie")
  };
  const value = values[column.type];
  return value ? optional(value, column) : fc.constant(column.type === "liste" ? [] : null);
}

const prefix = (table: TablePlan) => `${table.slice(0, 2).toUpperCase()}-0`;

/** Right plans of every shape: each table from no row to some, every column, references that hold. */
export const randomPlan: fc.Arbitrary<Plan> = fc
  .record(
    Object.fromEntries(
      tablesPlan.map((table) => [
        table,
        fc.array(
          fc.record(
            Object.fromEntries(planColumns[table].map((column) => [column.name, arbitraryOf(column)]))
          ),
          {
            maxLength: 3
          }
        )
      ])
    )
  )
  .map((tables) => link(tables as unknown as Record<TablePlan, Record<string, CellValue>[]>));

const missing = "none";

function link(tables: Record<TablePlan, Record<string, CellValue>[]>): Plan {
  const ids = (table: TablePlan) => tables[table].map((_, index) => `${prefix(table)}${index}`);
  const linked = tablesPlan.map((table) => {
    const rows = tables[table].map((row, index) => {
      const more: Record<string, CellValue> = {id: ids(table)[index] ?? ""};
      for (const {name, reference, type, required} of planColumns[table] as readonly PlanColumn[]) {
        const other = tablesPlan.find((one) => one === reference);
        if (!other || name === "parent_id") continue;
        const known = ids(other);
        if (type === "liste") more[name] = known.slice(0, index);
        else more[name] = known[index % Math.max(1, known.length)] ?? (required ? missing : null);
      }
      if (table === "budgets") more.annee = 2024 + index;
      return {...row, ...more};
    });
    // Without the row it needs, a row cannot be.
    return [table, rows.filter((row) => !Object.values(row).includes(missing)).map(inOrder)];
  });
  return Object.fromEntries(linked) as unknown as Plan;
}

function inOrder(row: Record<string, CellValue>): Record<string, CellValue> {
  for (const [start, end] of [
    ["date_debut", "date_fin"],
    ["date_depot", "date_decision"],
    ["reference_date", "cible_date"]
  ] as const) {
    const [from, to] = [row[start], row[end]];
    if (typeof from === "string" && typeof to === "string" && to < from)
      Object.assign(row, {[start]: to, [end]: from});
  }
  return row;
}

/** 60 actions, 300 steps, 200 budget lines, 80 applications. */
export function bigPlan(): Plan {
  const plan = rightPlan();
  const many = <T extends {id: string}>(row: T, count: number, more: (index: number) => Partial<T>): T[] =>
    Array.from({length: count}, (_, index) => ({...row, ...more(index), id: `${row.id}-${index}`}));
  const actions = many(plan.actions[0]!, 60, (index) => ({titre: `Action ${index} ; « suite »`}));
  return {
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
}
