import {
  formatDate,
  formatDuration,
  type Manifest,
  type PageContent,
  type Source
} from "@observatoire/catalog";
import type {JournalEntry} from "../read-journal.ts";
import {checksBloc} from "./etat-controles.ts";
import {historyBloc} from "./etat-historique.ts";
import {sourcesBloc} from "./etat-sources.ts";
import {html} from "./html.ts";

/** What the page says beyond the run itself. */
export interface EtatContext {
  /** Attempts to refresh, oldest first. */
  journal: readonly JournalEntry[];
  /** Manifests of the kept runs. */
  runs: readonly Manifest[];
  /** Run that readers saw before this one. */
  previous: Manifest | null;
  /** ISO date of publication. */
  today: string;
}

/** État des données: what was read, when, how many rows, what the checks found and how the last refreshes went. */
export function etatPage(
  manifest: Manifest,
  sources: readonly Source[],
  {journal, runs, previous, today}: EtatContext = {
    ...{journal: [], runs: [], previous: null},
    today: manifest.endedAt
  }
): PageContent {
  const others = runs.filter(({run}) => run !== manifest.run);
  const isAgain = manifest.dataRun !== manifest.run;
  const took = Date.parse(manifest.endedAt) - Date.parse(manifest.startedAt);
  return {
    shell: "etat",
    path: "etat",
    title: "État des données",
    description: "Millésime, date de collecte, nombre de lignes et contrôles de chaque source.",
    chapeau: null,
    figures: [],
    blocs: {
      "etat-sources": sourcesBloc({
        manifest,
        previous: findCompared(manifest, previous, runs),
        sources,
        today
      }).html,
      "etat-controles": checksBloc(manifest.checks, sources).html,
      "etat-run": html`
<dl>
<div><dt>Publiée le</dt><dd><time datetime="${manifest.endedAt}">${formatDate(manifest.endedAt)}</time>, en ${formatDuration(took)}</dd></div>
<div><dt>Passage</dt><dd><code>${manifest.run}</code>, le nom de cette version du site</dd></div>
${isAgain && html`<div><dt>Valeurs</dt><dd>celles du passage <code>${manifest.dataRun}</code>, inchangées ; seules les pages ont été publiées de nouveau</dd></div>`}
<div><dt>Prochaine actualisation</dt><dd>attendue le <time datetime="${manifest.nextBefore}">${formatDate(manifest.nextBefore)}</time></dd></div>
<div><dt>Version du code</dt><dd><code>${manifest.commit}</code></dd></div>
<div><dt>Nature</dt><dd>${manifest.demo ? "démonstration : les sources absentes sont simulées et signalées" : "données des producteurs"}</dd></div>
${manifest.programme && html`<div><dt>Plan d'actions</dt><dd>${manifest.programme.fictif ? "fictif, pour la démonstration" : html`fichiers modifiés le ${formatDate(manifest.programme.changedAt)}`}</dd></div>`}
</dl>
${(manifest.corrections ?? []).map(({notice}) => html`<p class="attention">${notice}</p>`)}
<p><a href="/changements">Ce qui a changé depuis la version précédente</a></p>`.html,
      "etat-historique": historyBloc(journal, [...others, manifest], sources).html
    },
    valeurs: {},
    breadcrumb: [{title: "Accueil", path: "index"}],
    previous: null,
    next: {title: "Ce qui a changé", path: "changements"}
  };
}

/** The run whose rows are compared: of pages published again, the one before that brought their values. */
function findCompared(
  {dataRun}: Manifest,
  previous: Manifest | null,
  runs: readonly Manifest[]
): Manifest | null {
  if (previous === null || (previous.dataRun ?? previous.run) !== dataRun) return previous;
  const origin = runs.find(({run}) => run === dataRun);
  return runs.find(({run}) => run === origin?.previous) ?? null;
}
