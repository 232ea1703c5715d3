import {footerPages} from "./navigation.ts";

/** Publisher, contact, dates of this refresh and of the next, licence and mandatory pages: the foot of every page. */
export function renderFooter(): string {
  const links = footerPages
    .map(({title, path}) => `<li><a href="/${path}">${title.replace(" :", "\u00a0:")}</a></li>`)
    .join("");
  return `<div class="pied-texte"><p class="pied-nom"><span data-valeur="site.titre"></span></p>
<p>Publié par <span data-valeur="site.editeur"></span>. Données assemblées le <span data-valeur="site.date"></span>. <span data-bloc="site-actualisation"></span> Contact\u00a0: <span data-bloc="site-contact"></span></p>
<p>Textes et figures sous Licence Ouverte 2.0, sauf mention contraire\u00a0; la licence de chaque jeu de données figure sous les figures qui l'emploient.</p></div>
<nav aria-label="Pages d'information"><ul>${links}</ul></nav>`;
}
