import {formatBytes, formatNumber} from "@observatoire/catalog";
import type {SiteReport} from "./fault.ts";

/** The report as French lines: a summary, then one line per fault, the same fault of many pages told once. */
export function formatReport({pages, configurations, heaviest, faults}: SiteReport): string[] {
  const verdict =
    faults.length === 0
      ? "aucune faute"
      : `${formatNumber(faults.length)} faute${faults.length > 1 ? "s" : ""}`;
  const lines = [
    `Site : ${formatNumber(pages)} pages ouvertes, ${formatNumber(configurations)} vues contrôlées, ${verdict}.`,
    `Page la plus lourde : ${heaviest.page}, ${formatBytes(heaviest.bytes)} compressés, ${heaviest.requests} requêtes.`
  ];
  const groups = new Map<string, string[]>();
  for (const {page, rule, message} of faults) {
    const key = `${rule} : ${message}`;
    groups.set(key, [...(groups.get(key) ?? []), page]);
  }
  for (const [key, where] of groups) {
    const others = where.length > 1 ? ` et ${where.length - 1} autre${where.length > 2 ? "s" : ""}` : "";
    lines.push(`  ${where[0]}${others} — ${key}`);
  }
  return lines;
}
