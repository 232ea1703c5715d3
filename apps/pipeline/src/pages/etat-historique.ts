import {errorCodes, formatDate, formatDuration, type Manifest, type Source} from "@observatoire/catalog";
import {endedWell, type JournalEntry} from "../read-journal.ts";
import {type Html, html} from "./html.ts";

/** One line of the history: an attempt to refresh, or a kept run of which the journal says nothing. */
interface Attempt {
  at: string;
  durationMs: number;
  outcome: string;
  failing: string[];
  run: string | null;
}

const shownAttempts = 20;

/** The last attempts, latest first: when, how long, how it ended, which sources failed. */
export function historyBloc(
  journal: readonly JournalEntry[],
  runs: readonly Manifest[],
  sources: readonly Source[]
): Html {
  const made = journal.filter(({changed}) => changed !== null).map(({run}) => run);
  const attempts = [
    ...journal.map(describeEntry),
    ...runs.filter(({run}) => !made.includes(run)).map(describeRun)
  ]
    .sort((a, b) => b.at.localeCompare(a.at))
    .slice(0, shownAttempts);
  const name = (id: string) => sources.find((source) => source.id === id)?.title ?? id;
  return html`
<div class="tableau" role="region" aria-label="Dernières actualisations" tabindex="0">
<table>
<caption>Dernières actualisations, la plus récente d'abord (heures UTC)</caption>
<thead><tr><th scope="col">Date</th><th scope="col">Durée</th><th scope="col">Résultat</th></tr></thead>
<tbody>${attempts.map(
    ({at, durationMs, outcome, failing}) =>
      html`<tr><th scope="row"><time datetime="${at}">${formatDate(at)}</time><span class="precision">${tellHour(at)}</span></th><td>${formatDuration(durationMs)}</td><td>${outcome}${failing.length > 0 && html`<span class="precision">En échec : ${failing.map(name).join(", ")}</span>`}</td></tr>`
  )}</tbody>
</table>
</div>`;
}

const published = {
  donnees: "Nouvelles données publiées",
  etat: "Pages publiées de nouveau, mêmes valeurs"
} as const;

/** What stopped a refresh, in a reader's words. */
const causes: Readonly<Record<string, string>> = {
  TERRITOIRE: "réglages du territoire à corriger",
  CHECK: "un contrôle des données n'a pas passé",
  SITE: "les pages n'ont pas pu être composées",
  DISCLOSURE: "un contenu ne pouvait pas être diffusé",
  SRC_UNAVAILABLE: "aucun producteur ne répondait",
  ENOSPC: "disque plein",
  OOM: "mémoire insuffisante",
  DEFAUT: "défaut du programme"
};

function describeEntry(entry: JournalEntry): Attempt {
  const {startedAt, endedAt, exit, code, run, changed, sources} = entry;
  const failing = sources.filter((source) => source.code !== null).map(({source}) => source);
  const outcome = endedWell(entry)
    ? changed === null
      ? "Rien de nouveau"
      : published[changed]
    : exit === errorCodes.LOCKED
      ? "Non lancée : une autre actualisation était en cours"
      : `Échec, ${causes[code ?? ""] ?? "le détail est dans le journal"} : la version précédente est restée en ligne`;
  return {at: endedAt, durationMs: Date.parse(endedAt) - Date.parse(startedAt), outcome, failing, run};
}

function describeRun({run, dataRun, startedAt, endedAt, sources}: Manifest): Attempt {
  const isAgain = dataRun !== undefined && dataRun !== run;
  return {
    at: endedAt,
    durationMs: Date.parse(endedAt) - Date.parse(startedAt),
    outcome: published[isAgain ? "etat" : "donnees"],
    failing: sources.filter(({failure}) => failure).map(({source}) => source),
    run
  };
}

/** "5 h 17", with spaces that do not break. */
function tellHour(instant: string): string {
  return `${Number(instant.slice(11, 13))}\u00a0h\u00a0${instant.slice(14, 16)}`;
}
