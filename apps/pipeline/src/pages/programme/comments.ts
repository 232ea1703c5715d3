import {formatDate} from "@observatoire/catalog";
import type {Commentaire} from "@observatoire/programme";
import {type Html, html} from "../html.ts";

/** What the project manager wrote on a figure, an axis or an action; nothing when nobody did. */
export function commentsBloc(comments: readonly Commentaire[], cible: string): Html {
  const found = comments.filter((one) => one.cible === cible).sort((a, b) => b.date.localeCompare(a.date));
  return html`${found.map(
    ({texte, auteur, date}) =>
      html`<div class="commentaire" role="note"><p>${texte}</p><p class="precision">${auteur !== null && `${auteur}, `}${formatDate(date)}</p></div>`
  )}`;
}
