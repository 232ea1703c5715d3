/** The rooms that exist, in the order of the user's work. Paths are those of the shells; a page below one is reached from it. */
export const chapters = [
  {title: "Accueil", path: "index"},
  {title: "Emploi et secteurs", path: "emploi"},
  {title: "Tissu productif", path: "tissu"},
  {title: "Foncier", path: "foncier"},
  {title: "Territoires", path: "territoires/index"},
  {title: "Programme", path: "programme/index"},
  {title: "Séances", path: "seances/index"},
  {title: "Méthode et sources", path: "methode"},
  {title: "État des données", path: "etat"}
] as const;

/** What changed, the pages the law asks for, and the glossary: reachable from the foot of every page. */
export const footerPages = [
  {title: "Ce qui a changé", path: "changements"},
  {title: "Glossaire", path: "glossaire"},
  {title: "Plan du site", path: "plan-du-site"},
  {title: "Mode d’exploitation", path: "mode-d-exploitation"},
  {title: "Mentions légales", path: "mentions-legales"},
  {title: "Données personnelles", path: "donnees-personnelles"},
  {title: "Accessibilité : non conforme", path: "accessibilite"}
] as const;
