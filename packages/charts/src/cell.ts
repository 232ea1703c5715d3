import {
  DataError,
  type FigureColumn,
  type FigureRow,
  type FigureSpec,
  formatCell,
  formatDate,
  formatInterval,
  formatNumber,
  formatValue,
  type Role,
  type Statut,
  statuts
} from "@observatoire/catalog";

/** The declared column of that name; an encoding that names none is a fault of whoever wrote the spec. */
export function columnOf(spec: FigureSpec, name: string): FigureColumn {
  const column = spec.columns.find((each) => each.name === name);
  if (column) return column;
  throw new DataError("USAGE", {
    where: `figure « ${spec.id} »`,
    expected: `une colonne « ${name} »`,
    found: spec.columns.map((each) => each.name).join(", ") || "aucune colonne",
    action: "déclarer la colonne ou corriger le nom dans la figure"
  });
}

/** A finite number, or null. */
export function numberOf(row: FigureRow, name: string): number | null {
  const value = row[name];
  return typeof value === "number" && Number.isFinite(value) ? value : null;
}

export function textOf(row: FigureRow, name: string): string {
  const value = row[name];
  return value === null || value === undefined ? "" : String(value);
}

export function roleOf(row: FigureRow, name: string | undefined): Role {
  const value = name ? row[name] : "territoire";
  return value === "territoire" || value === "comparaison" || value === "reference" ? value : "pair";
}

export function statutOf(row: FigureRow): Statut {
  return row.statut ?? "connu";
}

/** Number of a column with its unit, decimals and sign, as everywhere on the site. */
export function valueText(value: number, column: FigureColumn): string {
  return formatValue(value, column.unit ?? "nombre", formatOptions(column));
}

/** The same without the unit, for ticks. */
export function bareText(value: number, column: FigureColumn, decimals = column.decimals ?? 0): string {
  return formatNumber(value, {decimals, signed: column.signed ?? false});
}

/** Cell of a row as printed in the table: number with unit, sign of its absence, mark of its statut. `long` spells the unit. */
export function cellText(row: FigureRow, column: FigureColumn, {long = false} = {}): string {
  const value = row[column.name];
  const statut = statutOf(row);
  if (column.type === "date") return typeof value === "string" && value ? formatDate(value) : "";
  if (column.type !== "nombre") return value === null || value === undefined ? "" : String(value);
  const number = numberOf(row, column.name);
  const text = formatCell(number, statut, column.unit ?? "nombre", {...formatOptions(column), short: !long});
  const marked = number !== null && (statut === "provisoire" || statut === "estime");
  return marked ? `${text}\u00a0(${statuts[statut].sign})` : text;
}

/** Bounds of a row in words: « 12 à 25 % », or the sign of their absence. */
export function intervalText(row: FigureRow, low: FigureColumn, high: FigureColumn): string {
  const [min, max] = [numberOf(row, low.name), numberOf(row, high.name)];
  const unit = high.unit ?? low.unit ?? "nombre";
  const {rounding: _outwards, ...options} = formatOptions(high);
  const text = formatInterval(min, max, unit, options);
  if (text === null) return formatCell(null, statutOf(row), unit);
  return statutOf(row) === "provisoire" ? `${text}\u00a0(${statuts.provisoire.sign})` : text;
}

/** Text of a tip: « Meaux : 12,3 % (provisoire) ». */
export function tipText(label: string, row: FigureRow, column: FigureColumn): string {
  const statut = statutOf(row);
  const number = numberOf(row, column.name);
  if (number === null)
    return `${label}\u00a0: ${statuts[statut === "connu" ? "non_disponible" : statut].label}`;
  const value = formatCell(number, statut, column.unit ?? "nombre", formatOptions(column));
  const note = statut === "provisoire" || statut === "estime" ? ` (${statuts[statut].label})` : "";
  return `${label}\u00a0: ${value}${note}`;
}

function formatOptions({decimals = 0, signed = false, rounding}: FigureColumn) {
  return {decimals, signed, short: true, ...(rounding && {rounding})};
}
