import type {Indicator} from "@observatoire/catalog";
import {quoteText, type Warehouse} from "@observatoire/warehouse";
import type {Changements, ChangeRow, IndicatorChange} from "./changement.ts";
import {explainChange, listSourceChanges} from "./explain-change.ts";
import {readFacts} from "./run-facts.ts";
import {selectChanges, selectMain} from "./select-changes.ts";

/** Values of an indicator that a page shows; the files hold them all. */
const shownRows = 20;

export interface CompareOptions {
  /** Warehouse and declarations of the run that readers see. */
  previous: {warehouse: string; indicators: readonly Indicator[]};
  indicators: readonly Indicator[];
  /** Ids of the indicators whose values stay out of the catalogue: search engines may not index them. */
  hidden: ReadonlySet<string>;
}

/**
 * Compares the displayed values with those of the run before, opened beside for reading: leaves the temporary table
 * `changement`, one row per changed value, and returns what the catalogue says of it.
 */
export async function compareRuns(
  warehouse: Warehouse,
  {previous, indicators, hidden}: CompareOptions
): Promise<Pick<Changements, "indicateurs" | "sources" | "perimetre">> {
  await warehouse.run(`attach ${quoteText(previous.warehouse)} as precedent (read_only)`);
  try {
    const [own] = await warehouse.all<{name: string}>("select current_database() as name");
    const after = await readFacts(warehouse, own!.name, indicators);
    const before = await readFacts(warehouse, "precedent", previous.indicators);
    const ids = new Set([...indicators, ...previous.indicators].map(({id}) => id));
    const causes = [...ids].map((id) => {
      const {motif, sources} = explainChange(id, before, after);
      return `(${[id, motif, sources.join(", ")].map(quoteText).join(", ")})`;
    });
    await warehouse.run(
      `create or replace temp table cause as from (values ${causes.join(", ")}) as cause(indicateur, motif, sources)`
    );
    await warehouse.run(`create or replace temp table changement as ${selectChanges}`);
    return {
      indicateurs: await summarize(warehouse, hidden),
      sources: listSourceChanges(before, after),
      perimetre: await comparePerimeters(warehouse)
    };
  } finally {
    await warehouse.run("detach precedent");
  }
}

async function summarize(warehouse: Warehouse, hidden: ReadonlySet<string>): Promise<IndicatorChange[]> {
  const counts = await warehouse.all<Omit<IndicatorChange, "sources" | "lignes"> & {sources: string}>(
    `select indicateur, motif, any_value(sources) as sources, bool_or(masque) as masque,
        (count(*) filter (nature = 'revisee'))::integer as revisees,
        (count(*) filter (nature = 'ajoutee'))::integer as ajoutees,
        (count(*) filter (nature = 'retiree'))::integer as retirees
     from changement group by indicateur, motif order by indicateur, motif`
  );
  const rows = await warehouse.all<ChangeRow & {indicateur: string; motif: string}>(selectMain(shownRows));
  return counts.map((count) => ({
    ...count,
    sources: count.sources === "" ? [] : count.sources.split(", "),
    lignes: hidden.has(count.indicateur)
      ? []
      : rows
          .filter(({indicateur, motif}) => indicateur === count.indicateur && motif === count.motif)
          .map(({indicateur: _, motif: __, ...row}) => row)
  }));
}

async function comparePerimeters(warehouse: Warehouse): Promise<Changements["perimetre"]> {
  const missing = (from: string, other: string) =>
    warehouse.all<{code: string; nom: string}>(
      `select code_commune as code, coalesce(nom_commune, code_commune) as nom
       from ${from}staging.perimetre__commune
       anti join ${other}staging.perimetre__commune using (code_commune)
       left join ${from}core.commune using (code_commune)
       order by code`
    );
  return {entrees: await missing("", "precedent."), sorties: await missing("precedent.", "")};
}
