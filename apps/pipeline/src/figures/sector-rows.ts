import type {Territoire} from "@observatoire/catalog";
import {type ColumnTable, escape as compute, desc, op, table} from "arquero";
import type {Published} from "../published.ts";
import {numberOf, selectRows} from "./values.ts";

/** Sectors with fewer jobs are in the table, not in the charts that compare ratios. */
export const minimumJobs = 100;

/** One sector of a territory at the last date, beside the same sector of the reference. */
export interface SectorRow {
  code: string;
  secteur: string;
  effectif: number;
  etablissements: number | null;
  /** Share of the territory's jobs, temporary work left out of the whole, in %. */
  part: number;
  part_reference: number | null;
  /** Average annual rate over the period, in % a year; null when the sector had no job at its start. */
  evolution: number | null;
  /** ANCT's index of specificity against the rest of the reference; null when there is none. */
  indice: number | null;
}

export interface SectorOptions {
  dimension: "grand_secteur" | "a17" | "a38";
  reference: Territoire;
  /** ISO bounds. */
  period: {from: string; to: string};
}

/**
 * Sectors of a territory at the end of a period, largest first. Shares are over the jobs of all sectors shown, so they add
 * up to 100; growth compares the same sector at both ends.
 */
export function sectorRows(
  published: Published,
  territoire: Territoire,
  options: SectorOptions
): SectorRow[] {
  const {dimension, reference, period} = options;
  const names = published.modalites[dimension] ?? {};
  const years = Number(period.to.slice(0, 4)) - Number(period.from.slice(0, 4));
  const read = (
    indicateur: string,
    whom: Territoire,
    column: string,
    selection: {to: string; reference?: string}
  ) => {
    const rows = selectRows(published, indicateur, whom, {dimension, ...selection}).filter(
      ({modalite}) => modalite !== "interim"
    );
    return table({code: rows.map(({modalite}) => modalite), [column]: rows.map(numberOf)});
  };
  const {to, from} = period;
  const joined: ColumnTable = read("effectif_prive", territoire, "effectif", {to})
    .join_left(read("effectif_prive", territoire, "debut", {to: from}))
    .join_left(read("effectif_prive", reference, "ailleurs", {to}))
    .join_left(read("etablissements_employeurs", territoire, "etablissements", {to}))
    .join_left(
      read("indice_specificite", territoire, "indice", {
        to,
        reference: `${reference.niveau}:${reference.code}`
      })
    );
  return joined
    .derive({
      secteur: compute(({code}: SectorRow) => names[code]?.court ?? code),
      part: (d: Joined) => (100 * d.effectif) / op.sum(d.effectif),
      part_reference: (d: Joined) =>
        op.sum(d.ailleurs) > 0 ? (100 * (d.ailleurs ?? 0)) / op.sum(d.ailleurs) : null,
      evolution: compute(({debut, effectif}: Joined) =>
        debut && years > 0 ? 100 * ((effectif / debut) ** (1 / years) - 1) : null
      )
    })
    .filter((d: Joined) => d.effectif > 0)
    .orderby(desc("effectif"))
    .select("code", "secteur", "effectif", "etablissements", "part", "part_reference", "evolution", "indice")
    .objects()
    .map((row) => ({etablissements: null, indice: null, ...row}) as SectorRow);
}

interface Joined {
  effectif: number;
  debut: number | null;
  ailleurs: number;
}
