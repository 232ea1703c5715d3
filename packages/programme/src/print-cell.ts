import type {CellValue} from "./parse-cell.ts";

/** Digits of a number, never an exponent: `1e-7` → "0.0000001". */
export function printDigits(value: number): string {
  const [digits = "", exponent] = String(Math.abs(value)).split("e");
  const sign = value < 0 ? "-" : "";
  if (exponent === undefined) return sign + digits;
  const [whole = "", decimals = ""] = digits.split(".");
  const point = whole.length + Number(exponent);
  const all = whole + decimals;
  if (point <= 0) return `${sign}0.${"0".repeat(-point)}${all}`;
  return `${sign}${all.slice(0, point).padEnd(point, "0")}${point < all.length ? `.${all.slice(point)}` : ""}`;
}

/** A value of the plan as a person types it in a cell: 31/12/2026, 12500,5, oui, P1 | P2. */
export function printCell(value: CellValue, date: boolean): string {
  if (value === null) return "";
  if (Array.isArray(value)) return value.join(" | ");
  if (typeof value === "boolean") return value ? "oui" : "non";
  if (typeof value === "number") return printDigits(value).replace(".", ",");
  return date ? printDay(value) : value;
}

/** ISO day → 31/12/2026. */
export const printDay = (iso: string): string => iso.split("-").reverse().join("/");
