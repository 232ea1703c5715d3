import {isSiren, isSiret} from "./check-siret.ts";
import type {PlanColumn} from "./columns.ts";
import {parseDate} from "./parse-date.ts";
import {axesProgramme} from "./plan.ts";
import type {PlanFaultKind} from "./plan-fault.ts";

export type CellValue = string | number | boolean | string[] | null;

/** Why a cell is refused. */
export interface CellFault {
  kind: PlanFaultKind;
  expected: string;
  action: string;
  found?: string;
}

export type ParsedCell = {value: CellValue} | {fault: CellFault};

const asText = "mettre la colonne au format Texte, puis ressaisir le numéro";
const refuse = (kind: PlanFaultKind, expected: string, action: string, found?: string): ParsedCell => ({
  fault: {kind, expected, action, ...(found ? {found} : {})}
});

/** Reads one cell of the plan as its column says. */
export function parseCell(raw: string, column: PlanColumn): ParsedCell {
  const text = raw.replaceAll("\r\n", "\n").trim();
  if (/^#(REF|N\/A|NOM|NAME|VALEUR|VALUE|DIV\/0|NUL|NULL|NOMBRE|NUM)[!?]?/i.test(text))
    return refuse("erreur-excel", "une valeur", "corriger la formule du tableur ou vider la cellule");
  if (/^[=+@]/.test(text))
    return refuse("formule", "une valeur, non une formule", "coller la valeur à la place de la formule");
  if (text === "") {
    if (column.required)
      return column.name === "visibilite"
        ? refuse("visibilite", oneOf(column.allowed ?? []), "choisir qui peut lire la ligne")
        : refuse("obligatoire", "une valeur", "remplir la cellule");
    return {value: column.type === "liste" ? [] : null};
  }
  if (column.max !== undefined && text.length > column.max)
    return refuse(
      "trop-long",
      `${column.max} caractères au plus`,
      "raccourcir le texte",
      `${text.length} caractères`
    );
  return readers[column.type](text, column);
}

function oneOf(allowed: readonly string[]): string {
  return `l'une des valeurs ${allowed.map((value) => `« ${value} »`).join(", ")}`;
}

const readers: Record<PlanColumn["type"], (text: string, column: PlanColumn) => ParsedCell> = {
  texte: (text) => ({value: text}),
  liste: (text) => ({
    value: text
      .split("|")
      .map((item) => item.trim())
      .filter((item) => item !== "")
  }),
  identifiant: (text, column) =>
    column.reference === "indicateur" || /^[A-Za-z0-9][A-Za-z0-9-]{0,29}$/.test(text)
      ? {value: text}
      : refuse(
          "identifiant",
          "30 lettres sans accent, chiffres ou tirets au plus",
          "écrire un identifiant comme A-01"
        ),
  choix: (text, column) =>
    column.allowed?.includes(text)
      ? {value: text}
      : refuse(
          column.name === "visibilite" ? "visibilite" : "liste-fermee",
          oneOf(column.allowed ?? []),
          column.name === "visibilite" ? "choisir qui peut lire la ligne" : "choisir dans la liste"
        ),
  date: parseDate,
  booleen: (text) =>
    /^(oui|non)$/i.test(text)
      ? {value: text.toLowerCase() === "oui"}
      : refuse("booleen", "« oui » ou « non »", "écrire oui ou non"),
  montant: (text) => {
    const value = decimal(text.replace(/\s*€$/, ""));
    if (value === null)
      return refuse("montant", "un nombre comme 12 500,50", "écrire le montant en chiffres");
    return value < 0 ? refuse("montant-negatif", "un nombre positif ou nul", "corriger le montant") : {value};
  },
  nombre: (text) => {
    const value = decimal(text);
    return value === null
      ? refuse("montant", "un nombre comme 12 500,50", "écrire la valeur en chiffres")
      : {value};
  },
  entier: (text) => {
    const value = decimal(text);
    return value !== null && Number.isSafeInteger(value) && value >= 0
      ? {value}
      : refuse("nombre-entier", "un nombre entier comme 12", "écrire un nombre entier");
  },
  annee: (text) =>
    /^20\d\d$/.test(text)
      ? {value: Number(text)}
      : refuse("annee", "une année comme 2026", "écrire l'année en quatre chiffres"),
  siret: (text) => {
    const digits = text.replace(/\s/g, "");
    if (/e\+?\d+$/i.test(digits) || /^\d{9,13}$/.test(digits))
      return refuse("siret-excel", "un SIRET de 14 chiffres", asText);
    return isSiret(digits)
      ? {value: digits}
      : refuse("siret", "un SIRET de 14 chiffres dont la clé est juste", "vérifier le numéro");
  },
  siren: (text) => {
    const digits = text.replace(/\s/g, "");
    if (/^\d{7,8}$/.test(digits)) return refuse("siren", "un SIREN de 9 chiffres", asText);
    return isSiren(digits)
      ? {value: digits}
      : refuse("siren", "un SIREN de 9 chiffres dont la clé est juste", "vérifier le numéro");
  },
  commune: (text) =>
    /^(\d{2}|2[AB])\d{3}$/.test(text)
      ? {value: text}
      : refuse(
          "identifiant",
          "un code de commune de 5 caractères comme 77284",
          /^\d{4}$/.test(text) ? asText : "vérifier le code INSEE"
        ),
  cible: (text) =>
    /^(figure|action):\S+$/.test(text) || axesProgramme.some((axe) => text === `axe:${axe}`)
      ? {value: text}
      : refuse(
          "cible",
          "« figure:<identifiant> », « axe:<axe> » ou « action:<identifiant> »",
          "dire à quoi s'attache le commentaire"
        )
};

/** French number: spaces between groups of three, decimal comma. A point is refused: 12.500 has two readings. */
function decimal(text: string): number | null {
  const plain = text.replace(/(?<=\d)[ \u00a0\u202f](?=\d{3}(?!\d))/g, "");
  return /^-?\d+(,\d+)?$/.test(plain) ? Number(plain.replace(",", ".")) : null;
}
