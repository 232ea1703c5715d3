import type {Column, ColumnType} from "@observatoire/catalog";

/** A column under the name of this house, `alias` being the producer's own, to the letter. */
export const column = (
  meaning: string,
  alias: string,
  type: ColumnType = "texte",
  more: Pick<Column, "optional" | "pattern"> = {}
): Column => ({meaning, type, aliases: [alias], ...more});
