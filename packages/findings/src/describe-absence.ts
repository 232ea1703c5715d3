import type {Statut} from "@observatoire/catalog";
import {type Finding, makeFinding} from "./finding.ts";
import {tooSmall} from "./rules.ts";

/** "n'est pas publié : secret statistique", agreeing with its subject. */
export function describeAbsence(statut: Statut, genre: "m" | "f"): string {
  if (statut === "secret") return `n'est pas publié${genre === "f" ? "e" : ""} : secret statistique`;
  if (statut === "non_applicable") return "est sans objet";
  return "n'est pas disponible";
}

/** A finding for a missing value. `sujet`: "le nombre d'emplois de Meaux"; `date`: "au 31 décembre 2025". */
export function findAbsence(sujet: string, genre: "m" | "f", date: string, statut: Statut): Finding {
  const sentence = `${date}, ${sujet} ${describeAbsence(statut, genre)}`;
  return makeFinding({
    title: sentence,
    reading: [
      sentence,
      statut === "secret" ? "Une valeur secrète n'est ni zéro ni inconnue du producteur" : null
    ]
  });
}

/** A change asked over one date only. */
export function findOneDate(sujet: string): Finding {
  const sentence = `${sujet} est sans objet : il faut deux dates pour la mesurer`;
  return makeFinding({title: sentence, reading: [sentence]});
}

/** A comparison of a territory with itself. */
export function findSelf(sujet: string): Finding {
  const sentence = `${sujet} est sans objet : le territoire est celui auquel on compare`;
  return makeFinding({title: sentence, reading: [sentence]});
}

/** A finding for a number too small to comment. `place`: "à Meaux"; `what`: "l'évolution de l'emploi". */
export function findTooSmall(place: string, quantityText: string, what: string, date: string): Finding {
  const sentence = `${place}, ${quantityText} : ${tooSmall} sur ${what}`;
  return makeFinding({title: sentence, reading: [`${sentence} (${date})`], comparison: tooSmall});
}

/** "on compte 3 emplois", "on ne compte aucun emploi". */
export function countVerb(quantityText: string): string {
  return /^aucun/.test(quantityText) ? `on ne compte ${quantityText}` : `on compte ${quantityText}`;
}
