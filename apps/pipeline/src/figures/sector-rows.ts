import type {Statut, Territoire} from "@observatoire/catalog";
import {desc, from} from "arquero";
import type {Published} from "../published.ts";
import {lastRow, numberOf, selectRows} from "./values.ts";

/** Sectors with fewer jobs are in the table, not in the charts that compare ratios. */
export const minimumJobs = 100;

/** One sector of a territory at the last date, beside the same sector of the reference. */
export interface SectorRow {
  [name: string]: string | number | null | undefined;
  code: string;
  secteur: string;
  effectif: number;
  etablissements: number | null;
  /** Share of the territory's jobs, temporary work left out of the whole, in %. */
  part: number;
  part_reference: number | null;
  /** Average annual rate over the period, in % a year; null when the sector had no job at its start. */
  evolution: number | null;
  indice: number | null;
  statut?: Statut;
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
  const at = (indicateur: string, whom: Territoire, to: string) =>
    new Map(
      selectRows(published, indicateur, whom, {dimension, to}).map((row) => [row.modalite, numberOf(row)])
    );
  const now = at("effectif_prive", territoire, period.to);
  const before = at("effectif_prive", territoire, period.from);
  const there = at("effectif_prive", reference, period.to);
  const etablissements = at("etablissements_employeurs", territoire, period.to);
  const whole = (values: Map<string, number | null>) =>
    [...values].reduce((sum, [code, value]) => (code === "interim" ? sum : sum + (value ?? 0)), 0);
  const years = Number(period.to.slice(0, 4)) - Number(period.from.slice(0, 4));
  const rows = [...now]
    .filter(([code, effectif]) => code !== "interim" && (effectif ?? 0) > 0)
    .map(([code, effectif]): SectorRow => {
      const start = before.get(code) ?? null;
      const index = lastRow(published, "indice_specificite", territoire, {
        dimension,
        modalite: code,
        reference: `${reference.niveau}:${reference.code}`,
        to: period.to
      });
      return {
        code,
        secteur: names[code]?.court ?? code,
        effectif: effectif ?? 0,
        etablissements: etablissements.get(code) ?? null,
        part: (100 * (effectif ?? 0)) / whole(now),
        part_reference: whole(there) > 0 ? (100 * (there.get(code) ?? 0)) / whole(there) : null,
        evolution: start && years > 0 ? 100 * (((effectif ?? 0) / start) ** (1 / years) - 1) : null,
        indice: numberOf(index)
      };
    });
  return from(rows).orderby(desc("effectif")).objects() as SectorRow[];
}
