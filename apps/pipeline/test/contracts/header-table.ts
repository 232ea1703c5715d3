import type {Table} from "./generate-table.ts";

export const headers = ({columns}: Table): string[] => columns.map(({header}) => header);

export const indices = (table: Table): number[] => table.columns.map((_, index) => index);

/** The table with its columns taken in another order, some of them twice or not at all. */
export const pick = ({columns, rows}: Table, order: readonly number[]): Table => ({
  columns: order.map((index) => columns[index]!),
  rows: rows.map((cells) => order.map((index) => cells[index]!))
});

export const relabel = (table: Table, index: number, header: string): Table => ({
  ...table,
  columns: table.columns.map((column, i) => (i === index ? {...column, header} : column))
});

/** The table with a column more, a copy of that of `index`, under a header of its own. */
export const double = ({columns, rows}: Table, index: number, rank: number, header: string): Table => ({
  columns: columns.toSpliced(rank, 0, {...columns[index]!, header}),
  rows: rows.map((cells) => cells.toSpliced(rank, 0, cells[index]!))
});

/** What a producer may make of a name without changing its meaning. */
export const rewritings: readonly ((name: string) => string)[] = [
  (name) => `${name}s`,
  (name) => `${name}_v2`,
  (name) => `${name} (nouveau)`,
  (name) => `le_${name}`,
  (name) => name.slice(0, Math.ceil(name.length / 2)) + name.slice(Math.ceil(name.length / 2) + 1)
];
