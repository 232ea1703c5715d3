import type {Action} from "@observatoire/programme";
import {count, type Followed, statutLabel} from "../../figures/programme/plan-words.ts";
import {type Html, html} from "../html.ts";

/** Address of the page of an action: its id, in lower case, is unique. */
export const actionPath = (id: string): string => `programme/action-${id.toLowerCase()}`;

export const actionLink = ({id, titre}: Pick<Action, "id" | "titre">): Html =>
  html`<a href="/${actionPath(id)}">${titre}</a>`;

const tones: Readonly<Record<Action["statut"], string>> = {
  "À venir": "attente",
  "En cours": "cours",
  Réalisé: "fait",
  "En pause": "attente",
  Abandonné: "attente",
  Bloqué: "bloque",
  "En retard": "retard",
  "A discuter": "attente"
};

/** Declared status, then what the rules add: late by so many days, blocked. Words first; the colour only repeats them. */
export function signTag({action, suivi}: Followed): Html {
  const late =
    suivi.jours_de_retard !== null &&
    html` <span class="pastille pastille-retard">${count(suivi.jours_de_retard, "jour")} de retard</span>`;
  const blocked =
    suivi.bloquee &&
    action.statut !== "Bloqué" &&
    html` <span class="pastille pastille-bloque">Blocage signalé</span>`;
  return html`<span class="pastille pastille-${tones[action.statut]}">${statutLabel(action.statut)}</span>${blocked}${late}`;
}
