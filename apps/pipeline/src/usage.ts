/** Commands of `observatoire`: the one list that help, dispatch and documentation share. */
export const commandList = {
  simulate: {
    usage: "simulate [--graine <n>]",
    summary: "écrit les fichiers des producteurs à partir d'un monde simulé (data/simulated)"
  },
  collect: {
    usage: "collect [source…] [--from <dossier>] [--demo]",
    summary: "télécharge, ou prend dans un dossier, les fichiers des sources et les archive"
  },
  build: {
    usage: "build [--demo]",
    summary: "charge les fichiers archivés dans DuckDB et calcule les indicateurs"
  },
  check: {usage: "check", summary: "passe les contrôles sur le passage construit"},
  publish: {
    usage: "publish",
    summary: "écrit les fichiers publiés, les figures et le site, puis bascule data/current"
  },
  refresh: {
    usage: "refresh [source…] [--from <dossier>] [--demo]",
    summary: "enchaîne collect, build, check et publish ; ne fait rien si rien n'a changé"
  },
  rollback: {
    usage: "rollback [<passage>]",
    summary:
      "revient à un passage gardé (par défaut le dernier aux données différentes), empreintes vérifiées"
  },
  programme: {
    usage: "programme init|check|publish|export|import [<fichier>] [--tet|--deveco]",
    summary: "crée et contrôle le plan d'actions, le publie sans rien collecter, l'échange avec un classeur"
  },
  edition: {
    usage: "edition create <date> --titre <titre> | edition list",
    summary: "fige ce qu'une séance a vu : pages, valeurs, plan et documents"
  },
  report: {
    usage: "report [--edition <date>] [--vers <dossier>] [--comite]",
    summary: "écrit le dossier de séance : PDF, PPTX, XLSX, CSV et images"
  },
  retrait: {
    usage: "retrait <siren ou siret>",
    summary: "enregistre l'opposition d'une entreprise à être nommée, par une empreinte (data/retraits.csv)"
  },
  serve: {
    usage: "serve [--port <n>] [--comite]",
    summary: "sert le site du passage publié sur cette machine"
  },
  query: {usage: 'query "<sql>"', summary: "interroge en lecture seule l'entrepôt du passage publié"},
  explain: {
    usage: "explain <indicateur> <territoire> <période>",
    summary: "remonte d'un nombre à son SQL, ses fichiers sources et son passage"
  },
  status: {
    usage: "status [--max-age <durée>]",
    summary: "dit, source par source, le millésime, l'âge et l'état ; et la place que prennent les données"
  }
} as const;

export type CommandName = keyof typeof commandList;

/** Exit codes, as documented in `--help` and in the README. */
export const exitCodes: readonly (readonly [number, string])[] = [
  [0, "tout va bien (ou rien à faire)"],
  [1, "défaut du programme : le signaler"],
  [2, "commande mal écrite"],
  [3, "data/territoire.yaml est à corriger"],
  [4, "un fichier source est refusé (colonne, type, encodage, couverture…), et rien n'a pu être publié"],
  [5, "un producteur est injoignable ou a retiré son fichier, et rien n'a pu être publié"],
  [6, "un contrôle de données a échoué"],
  [7, "le site n'a pas pu être composé ou vérifié"],
  [8, "un contenu ne peut pas être diffusé (données simulées dans un déploiement public…)"],
  [9, "une autre commande est en cours"],
  [10, "rien n'est encore publié, ou pas de version d'avant"],
  [11, "disque plein, ou écriture refusée"],
  [12, "une source a dépassé sa limite d'âge, ou plus rien ne s'actualise"],
  [13, "le site est en ligne, mais une source n'a pas pu être actualisée : sa dernière bonne version reste"],
  [14, "pas assez de mémoire"],
  [15, "le plan d'actions est à corriger : les données sont publiées, avec le dernier plan juste"],
  [16, "une séance figée n'est pas montrée, ou ne peut pas être figée ; les données sont publiées"]
];

/** Text of `--help`, whole or for one command. */
export function usageText(command?: CommandName): string {
  const options = [
    ["--json", "résultat en JSON sur la sortie standard"],
    ["--demo", "complète par des données simulées, signalées comme telles"],
    ["--from <dossier>", "prend les fichiers des producteurs dans un dossier local"],
    ["--accepter-taille <source>", "accepte cette fois un fichier bien plus gros ou plus petit qu'avant"],
    ["--max-age <durée>", "échoue (12) si la dernière actualisation réussie est plus vieille : 36h, 8j"],
    ["--titre <titre>", "titre de la séance à figer"],
    ["--edition <date>", "séance figée dont on veut les documents : 2026-11-24"],
    ["--vers <dossier>", "dossier où écrire les documents"],
    ["--comite", "le site ou les documents du comité, en diffusion restreinte"],
    ["--tet, --deveco", "le fichier importé vient de Territoires en Transitions, ou de Deveco"],
    ["--axe <axe>", "axe de ce que cet import apporte sans le dire (innovation par défaut)"],
    ["--help", "cette aide"]
  ] as const;
  const column = (rows: readonly (readonly [string, string])[], width: number) =>
    rows.map(([left, right]) => `  ${left.padEnd(width)} ${right}`).join("\n");
  if (command) {
    const {usage, summary} = commandList[command];
    return `observatoire ${usage}\n\n  ${summary}\n\nOptions\n${column(options, 26)}\n`;
  }
  return `observatoire : l'observatoire d'un Territoire d'industrie, des données ouvertes au site

Usage : npx observatoire <commande> [options]

Commandes
${column(
  Object.values(commandList).map(({usage, summary}) => [usage, summary] as const),
  46
)}

Options
${column(options, 26)}

Codes de sortie
${column(
  exitCodes.map(([code, text]) => [String(code), text] as const),
  4
)}

Le territoire se règle dans data/territoire.yaml. Variables d'environnement :
  OBSERVATOIRE_DATA      un autre dossier de données
  OBSERVATOIRE_MIROIR    une adresse qui remplace celles des producteurs (<miroir>/<hôte>/<chemin>)
  OBSERVATOIRE_MEMOIRE   mémoire laissée à DuckDB (4GB)
  OBSERVATOIRE_JOURNAL   « texte » : pas de JSON hors d'un terminal
  HTTPS_PROXY, NO_PROXY  le relais de la collectivité
`;
}
