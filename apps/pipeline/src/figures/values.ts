import {hasValue, type IndicatorRow, type Territoire} from "@observatoire/catalog";
import type {Published} from "../published.ts";

export interface Selection {
  dimension?: string;
  modalite?: string;
  reference?: string;
  /** Bounds of the period, ISO. */
  from?: string;
  to?: string;
}

type TerritoireRef = Pick<Territoire, "niveau" | "code">;

/** Rows of an indicator for a territory; the total unless a dimension or a modality is asked for, oldest first. */
export function selectRows(
  published: Published,
  indicateur: string,
  territoire: TerritoireRef,
  {dimension = "total", modalite, reference, from, to}: Selection = {}
): IndicatorRow[] {
  return published
    .rows(indicateur, territoire)
    .filter(
      (row) =>
        row.dimension === dimension &&
        (modalite === undefined || row.modalite === modalite) &&
        (reference === undefined || row.reference === reference) &&
        (from === undefined || row.periode_debut === from) &&
        (to === undefined || row.periode_fin === to)
    )
    .sort(
      (a, b) => a.periode_fin.localeCompare(b.periode_fin) || a.periode_debut.localeCompare(b.periode_debut)
    );
}

/** The last row of a selection, with a value or a reason why it has none; null when the indicator does not exist there. */
export function lastRow(
  published: Published,
  indicateur: string,
  territoire: TerritoireRef,
  selection: Selection = {}
): IndicatorRow | null {
  return selectRows(published, indicateur, territoire, selection).at(-1) ?? null;
}

/** Year of the last period of an indicator for the perimeter, which every figure of it shows. */
export function lastPeriod(published: Published, indicateur: string): string | null {
  return lastRow(published, indicateur, perimeter(published), {})?.periode_fin ?? null;
}

/** The perimeter as a territory. */
export function perimeter(published: Published): Territoire {
  const territoire = published.territory("ti");
  if (!territoire) throw new Error("le périmètre n'est pas parmi les territoires publiés");
  return territoire;
}

/** Communes of the perimeter that a commune, an EPCI or the perimeter holds. */
export function communesOf(published: Published, {niveau, code}: TerritoireRef) {
  return published.communes.filter(
    (commune) => niveau === "ti" || (niveau === "epci" ? commune.code_epci === code : commune.code === code)
  );
}

/** Number of a row, or null when its statut says that there is none. */
export function numberOf(row: IndicatorRow | null | undefined): number | null {
  return row && row.valeur !== null && hasValue(row.statut) ? row.valeur : null;
}

/** "2025-12-31" → 2025. */
export const yearOf = (iso: string): number => Number(iso.slice(0, 4));
