import Papa from "papaparse";
import type {TablePlan} from "./plan.ts";
import type {PlanFault} from "./plan-fault.ts";
import {planFault} from "./plan-sentence.ts";

/** Records of a CSV file, header first; null, with its fault, when the file cannot be read at all. */
export function decodeFile(
  table: TablePlan,
  file: string,
  bytes: Uint8Array,
  faults: PlanFault[]
): string[][] | null {
  const place = {file, table};
  const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  const text = utf16 ? null : decodeUtf8(bytes);
  if (text === null) {
    faults.push(
      planFault("encodage", place, {
        expected: "un texte en UTF-8",
        read: null,
        found: utf16 ? "de l'UTF-16" : "un autre encodage, sans doute windows-1252",
        action: "enregistrer en CSV UTF-8"
      })
    );
    return null;
  }
  if (text.trim() === "") {
    const action = "remettre la ligne d'en-tête";
    faults.push(planFault("fichier-vide", place, {expected: "une ligne d'en-tête", read: null, action}));
    return null;
  }
  const first = text.split(/\r?\n/, 1)[0] ?? "";
  if (!first.includes(";")) {
    const found = first.includes(",") ? "« , »" : first.includes("\t") ? "une tabulation" : "aucun";
    const action = "enregistrer en CSV avec le point-virgule comme séparateur";
    faults.push(
      planFault(
        "separateur",
        {...place, line: 1},
        {expected: "le séparateur « ; »", read: first, found, action}
      )
    );
    return null;
  }
  const {data, errors} = Papa.parse<string[]>(text, {delimiter: ";"});
  for (const error of errors.filter(({type}) => type === "Quotes"))
    faults.push(
      planFault(
        "guillemet",
        {...place, line: (error.row ?? 0) + 1},
        {
          expected: "des guillemets fermés, et doublés dans un texte",
          read: null,
          found: "un guillemet isolé",
          action: "fermer ou doubler le guillemet"
        }
      )
    );
  return errors.some(({type}) => type === "Quotes") ? null : data;
}

function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", {fatal: true}).decode(bytes);
  } catch {
    return null;
  }
}
