import {formatDate} from "@observatoire/catalog";
import {findStock} from "./find-stock.ts";
import type {Finding, Mesure, Periode, Sujet} from "./finding.ts";
import {type Mots, quantity} from "./quantity.ts";
import {counts, minimumForComment, readMesure} from "./rules.ts";

const mots: Mots = {
  singular: "établissement employeur selon Sirene",
  plural: "établissements employeurs selon Sirene",
  famille: "etablissements"
};
const plain: Mots = {singular: "établissement employeur", plural: "établissements employeurs"};

/** Employers as Sirene counts them, beside Urssaf's count: two definitions, two dates, never one number. */
export function findEmployeurs(input: Sujet & {urssaf?: (Mesure & {periode: Periode}) | null}): Finding {
  const {urssaf, ...subject} = input;
  const other = urssaf ? readMesure(urssaf, counts) : null;
  const told =
    urssaf && other && other.value !== null
      ? `${quantity(other.value, plain, other)} selon l'Urssaf au ${formatDate(urssaf.periode.to)}`
      : null;
  const finding = findStock(subject, {
    mots,
    minimum: minimumForComment.etablissements,
    extra: told ? `Une autre définition donne ${told}` : null
  });
  return {...finding, comparison: readMesure(input, counts).value === null ? null : told};
}
