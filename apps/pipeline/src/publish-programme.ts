import {mkdirSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {DataError} from "@observatoire/catalog";
import {
  derivedTables,
  type PlanSuivi,
  planChecks,
  planColumns,
  tablesPlan,
  writePlan,
  writePlanWorkbook
} from "@observatoire/programme";
import {openWarehouse, readChecks, runChecks} from "@observatoire/warehouse";
import {createTextTable} from "./load-reference.ts";

/** Name of the base of the plan in a run: `derived.*`, beside the warehouse that runs may share. */
export const planBase = "programme.duckdb";

/** File of a run that says the whole plan to the commands that read it: `programme-public.json`. */
export const planFile = (visibilite: PlanSuivi["visibilite"]) => `programme-${visibilite}.json`;

/** Writes what a build offers of the plan: one CSV a table, the workbook, and a `datapackage.json`. */
export async function publishProgramme(
  folder: string,
  programme: PlanSuivi,
  territoire: string
): Promise<void> {
  mkdirSync(folder, {recursive: true});
  for (const [name, text] of writePlan(programme.plan)) writeFileSync(join(folder, name), text);
  writeFileSync(
    join(folder, "plan.xlsx"),
    await writePlanWorkbook(programme.plan, {
      title: `Plan d'actions du Territoire d'industrie ${territoire}`,
      date: programme.suivi.date
    })
  );
  writeFileSync(
    join(folder, "datapackage.json"),
    `${JSON.stringify(describe(programme, territoire), null, 1)}\n`
  );
}

function describe({visibilite, date, fictif}: PlanSuivi, territoire: string) {
  return {
    profile: "data-package",
    name: "programme",
    title: `Plan d'actions du Territoire d'industrie ${territoire}${fictif ? " (fictif)" : ""}${visibilite === "comite" ? " : diffusion restreinte" : ""}`,
    created: date,
    simulated: fictif,
    resources: tablesPlan.map((table) => ({
      name: table,
      path: `${table}.csv`,
      format: "csv",
      mediatype: "text/csv",
      encoding: "utf-8",
      dialect: {delimiter: ";", decimalChar: ","},
      schema: {
        fields: planColumns[table].map(({name, label, help}) => ({
          name,
          title: label,
          type: "string",
          description: help
        }))
      }
    }))
  };
}

/**
 * Writes `derived.*` in a base of its own: the warehouse may be shared with an earlier run, the plan changes any day. What
 * the rules say is checked by SQL that does not know them; a promise not kept throws CHECK.
 */
export async function writeDerived(path: string, {suivi}: PlanSuivi): Promise<void> {
  const base = await openWarehouse(path);
  try {
    await base.run("create schema if not exists derived");
    for (const {name, columns, rows} of derivedTables(suivi)) {
      await createTextTable(base, name, rows, columns);
    }
    const results = await runChecks(base, await readChecks([planChecks]));
    const broken = results.find(({guilty}) => guilty > 0);
    if (broken) {
      throw new DataError("CHECK", {
        where: `contrôle ${broken.name}`,
        expected: broken.sentence.replace(/\.$/, ""),
        found: `${broken.guilty} ligne${broken.guilty > 1 ? "s" : ""} en défaut`,
        action: "transmettre cette phrase à qui tient le logiciel (la version publiée reste en service)"
      });
    }
    await base.run("checkpoint");
  } finally {
    base.close();
  }
}
