import {formatDate} from "@observatoire/catalog";
import type {Row, SheetData} from "write-excel-file/universal";
import {type PlanColumn, planColumns} from "./columns.ts";
import type {CellValue} from "./parse-cell.ts";
import {tablesPlan} from "./plan.ts";
import {escapeCell, workbookCell} from "./workbook-cells.ts";
import {planSheets} from "./workbook-sheets.ts";

const headings = ["Feuille", "Colonne", "Sens", "Remplir", "Aide", "Valeurs permises", "Exemple"];

/** Place of the examples among the columns of the guide. */
export const exampleColumn = headings.indexOf("Exemple");

export const guideWidths = [20, 24, 28, 12, 50, 50, 24];

const lines = [
  "Chaque feuille est une table du plan ; sa première ligne porte les noms des colonnes, à ne pas changer.",
  "Une ligne par action, étape, montant… Les lignes vides ne sont pas lues. Ne rien écrire à droite des colonnes.",
  "Les cellules à choix proposent une liste ; une cellule vide veut dire que l'on ne sait pas, ce qui n'est pas zéro.",
  "Plusieurs identifiants ou noms dans une cellule se séparent par | : P-01 | P-02.",
  "Les dates sont de vraies dates (31/12/2026), les montants de vrais nombres ; une formule n'est pas admise.",
  "La colonne « visibilite » dit qui peut lire la ligne : public, ou comite (le comité seul)."
];

/** Rows of « Mode d'emploi »; the example of each column wears its format. */
export function guideRows(title: string, date: string): SheetData {
  const text = (value: string, more = {}) => ({type: String, value: escapeCell(value), ...more});
  const header: Row = headings.map((name) => text(name, {fontWeight: "bold", backgroundColor: "#e3e3fd"}));
  return [
    [text(title, {fontWeight: "bold", fontSize: 14})],
    [text(`Plan au ${formatDate(date)}.`)],
    ...lines.map((line): Row => [text(line)]),
    [],
    header,
    ...tablesPlan.flatMap((table) =>
      planColumns[table].map(
        (column): Row => [
          text(planSheets[table]),
          text(column.name),
          text(column.label),
          text(column.required ? "toujours" : "si connu"),
          text(column.help, {wrap: true}),
          text(allowedOf(column), {wrap: true}),
          workbookCell(exampleOf(column), column)
        ]
      )
    )
  ];
}

function allowedOf({allowed, type, reference, max}: PlanColumn): string {
  if (allowed) return allowed.join(", ");
  if (type === "booleen") return "oui, non";
  if (reference === "epci") return "SIREN des EPCI du territoire";
  if (reference === "indicateur") return "identifiants des indicateurs de l'observatoire";
  if (reference) return `identifiants de la feuille ${planSheets[reference]}`;
  return max === undefined ? "" : `${max} caractères au plus`;
}

const examples: Record<PlanColumn["type"], CellValue> = {
  identifiant: "A-01",
  texte: "texte",
  liste: ["P-01", "P-02"],
  choix: null,
  date: "2026-12-31",
  booleen: true,
  montant: 12_500.5,
  nombre: 12.5,
  entier: 12,
  annee: 2026,
  siret: "73282932000074",
  siren: "732829320",
  commune: "77284",
  cible: "action:A-01"
};

const exampleOf = ({type, allowed, name}: PlanColumn): CellValue =>
  name === "epci" ? ["200072130"] : (allowed?.[0] ?? examples[type]);
