import {getCellAddress, sanitizeAttributeValue, sanitizeTextContent} from "write-excel-file/utility";
import {type PlanColumn, planColumns} from "./columns.ts";
import {type TablePlan, tablesPlan} from "./plan.ts";
import {planSheets} from "./workbook-sheets.ts";

/** Rows prepared below the last one written. */
const spare = 1000;
const serial = (iso: string): number => Date.parse(iso) / 86_400_000 + 25_569;
const firstDay = serial("1900-03-01");
const lastDay = serial("2199-12-31");

interface Rule {
  type: "list" | "date" | "decimal" | "whole" | "textLength";
  operator?: "between" | "greaterThanOrEqual" | "lessThanOrEqual";
  formulas: string[];
  /** `stop` refuses what the rule does not allow, `warning` asks, null lets it in. */
  errorStyle: "stop" | "warning" | null;
  error: string;
}

/** Markup of the rules of a sheet (lists to choose from, kinds of value); the last row covered leaves room to add rows. */
export function workbookRules(table: TablePlan, rowCounts: Record<TablePlan, number>): string {
  const last = rowCounts[table] + 1 + spare;
  const rules = planColumns[table].flatMap((column, index) => {
    const rule = ruleOf(column, rowCounts);
    return rule
      ? [markup(column, rule, `${getCellAddress(1, index)}:${getCellAddress(last - 1, index)}`)]
      : [];
  });
  return `<dataValidations count="${rules.length}">${rules.join("")}</dataValidations>`;
}

function ruleOf(column: PlanColumn, rowCounts: Record<TablePlan, number>): Rule | null {
  const {type, allowed, reference, max} = column;
  if (allowed) return choose(allowed);
  if (type === "booleen") return choose(["oui", "non"]);
  const table = tablesPlan.find((name) => name === reference);
  if (table) {
    const ids = `'${planSheets[table]}'!$A$2:$A$${rowCounts[table] + 1 + spare}`;
    return {
      type: "list",
      formulas: [ids],
      // Several ids in one cell are no item of the list.
      errorStyle: type === "liste" ? null : "warning",
      error: `Cet identifiant n'est pas dans la feuille ${planSheets[table]}.`
    };
  }
  const stop = (rule: Omit<Rule, "errorStyle">): Rule => ({...rule, errorStyle: "stop"});
  if (type === "date")
    return stop({
      type: "date",
      operator: "between",
      formulas: [String(firstDay), String(lastDay)],
      error: "Écrire une date comme 31/12/2026."
    });
  if (type === "annee")
    return stop({
      type: "whole",
      operator: "between",
      formulas: ["2000", "2099"],
      error: "Écrire l'année en quatre chiffres, comme 2026."
    });
  if (type === "entier")
    return stop({
      type: "whole",
      operator: "greaterThanOrEqual",
      formulas: ["0"],
      error: "Écrire un nombre entier."
    });
  if (type === "montant")
    return stop({
      type: "decimal",
      operator: "greaterThanOrEqual",
      formulas: ["0"],
      error: "Écrire un montant en chiffres, positif ou nul."
    });
  if (type === "nombre")
    return stop({
      type: "decimal",
      operator: "between",
      formulas: ["-1000000000000", "1000000000000"],
      error: "Écrire une valeur en chiffres."
    });
  if (max !== undefined)
    return stop({
      type: "textLength",
      operator: "lessThanOrEqual",
      formulas: [String(max)],
      error: `${max} caractères au plus.`
    });
  return null;
}

/** A list written in the rule itself: Excel takes 255 signs at most, without comma in an item. */
function choose(values: readonly string[]): Rule {
  const list = values.join(",");
  if (list.length > 255 || values.some((value) => /[",]/.test(value)))
    throw new Error(`list too long for a rule of Excel: ${list}`);
  return {
    type: "list",
    formulas: [`"${list}"`],
    errorStyle: "stop",
    error: `Choisir dans la liste : ${values.join(", ")}.`
  };
}

function markup(
  {label, help}: PlanColumn,
  {type, operator, formulas, errorStyle, error}: Rule,
  range: string
): string {
  const attribute = (name: string, value: string) => ` ${name}="${sanitizeAttributeValue(value)}"`;
  const attributes =
    attribute("type", type) +
    (errorStyle === "warning" ? attribute("errorStyle", "warning") : "") +
    (operator ? attribute("operator", operator) : "") +
    attribute("allowBlank", "1") +
    attribute("showInputMessage", "1") +
    (errorStyle ? attribute("showErrorMessage", "1") : "") +
    attribute("errorTitle", label.slice(0, 32)) +
    attribute("error", error.slice(0, 225)) +
    attribute("promptTitle", label.slice(0, 32)) +
    attribute("prompt", help.slice(0, 255)) +
    attribute("sqref", range);
  const content = formulas.map(
    (text, index) => `<formula${index + 1}>${sanitizeTextContent(text)}</formula${index + 1}>`
  );
  return `<dataValidation${attributes}>${content.join("")}</dataValidation>`;
}
