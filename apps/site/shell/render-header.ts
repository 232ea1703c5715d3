import {chapters} from "./navigation.ts";

/** Site name, navigation, search and theme: the head of every page. Names are filled by the compose step. */
export function renderHeader(): string {
  const links = chapters.map(({title, path}) => `<li><a href="/${path}">${title}</a></li>`).join("");
  return `<div class="entete-haut">
<a class="entete-nom" href="/index"><span data-bloc="site-logo"></span><span class="entete-type"><span data-valeur="site.surtitre"></span></span> <span class="entete-territoire"><span data-valeur="site.territoire"></span></span></a>
<div class="entete-outils"><search class="recherche"><a class="sans-js" href="/plan-du-site">Plan du site</a><div class="avec-js"><label class="invisible" for="recherche">Rechercher une commune, un indicateur, une page</label><input id="recherche" type="text" role="combobox" aria-expanded="false" aria-controls="recherche-resultats" aria-autocomplete="list" autocomplete="off" spellcheck="false" placeholder="Rechercher…"><ul id="recherche-resultats" role="listbox" aria-label="Résultats de la recherche" hidden></ul><p class="invisible" role="status" id="recherche-etat"></p></div></search><button class="theme avec-js" type="button" data-theme-bouton>Thème</button></div>
</div>
<nav class="navigation" aria-label="Navigation principale"><ul>${links}</ul></nav>`;
}
