import {
  formatDate,
  formatDuration,
  formatNumber,
  type Manifest,
  type ManifestSource,
  type Source
} from "@observatoire/catalog";
import {ageOf, expectedBefore, failingSentence, lateSentence} from "../freshness.ts";
import {type Html, html} from "./html.ts";

/** What a source says of itself, the worst first. */
const states = {
  echec: "Actualisation en échec",
  non_disponible: "Non disponible",
  perimee: "Périmée",
  en_retard: "En retard",
  a_jour: "À jour"
} as const;

type State = keyof typeof states;

interface Told {
  entry: ManifestSource;
  source: Source | undefined;
  state: State;
  name: string;
}

export interface SourcesInput {
  manifest: Manifest;
  /** Manifest of the run before, whose rows are compared; null when there is none. */
  previous: Manifest | null;
  sources: readonly Source[];
  today: string;
}

/** Each source in a box to open, the failing ones first; those to watch are open. */
export function sourcesBloc({manifest, previous, sources, today}: SourcesInput): Html {
  const told = manifest.sources.map((entry): Told => {
    const source = sources.find(({id}) => id === entry.source);
    const name = source ? `${source.title} (${source.producer})` : entry.source;
    return {entry, source, name, state: stateOf(entry, source, today)};
  });
  const order = Object.keys(states) as State[];
  const counts = order
    .map((state) => [state, told.filter((one) => one.state === state).length] as const)
    .filter(([, count]) => count > 0)
    .map(([state, count]) => `${formatNumber(count)} ${countedAs(state, count)}`);
  return html`
<p>${formatNumber(told.length)} ${told.length > 1 ? "sources" : "source"} : ${counts.join(", ")}.</p>
${order.flatMap((state) =>
  told.filter((one) => one.state === state).map((one) => sourceBox(one, previous, today))
)}`;
}

function countedAs(state: State, count: number): string {
  const word = states[state].toLowerCase();
  return count > 1 && (state === "non_disponible" || state === "perimee") ? `${word}s` : word;
}

function stateOf(entry: ManifestSource, source: Source | undefined, today: string): State {
  const snapshot = entry.files[0]?.snapshot;
  if (entry.failure && snapshot) return "echec";
  if (!snapshot || !source || entry.outcome === "non_disponible") return "non_disponible";
  const {state} = ageOf(source, snapshot, today);
  return state === "absente" ? "non_disponible" : state;
}

function sourceBox({entry, source, state, name}: Told, previous: Manifest | null, today: string): Html {
  const snapshot = entry.files[0]?.snapshot;
  const isAged = state !== "a_jour" && state !== "non_disponible";
  const late = source && snapshot ? lateSentence(source, snapshot, today) : null;
  return html`
<details class="source-etat" id="etat-${entry.source}"${isAged && html` open`}>
<summary><span class="source-nom">${name}</span><span class="etiquette etat-${state}">${states[state]}</span><span class="precision">${summaryOf(entry)}</span></summary>
${entry.failure && snapshot && html`<p>${failingSentence(snapshot, entry.failure)} ${tellFailure(entry.failure.message)}</p>`}
${late !== null && html`<p>${late}</p>`}
${!entry.failure && entry.message !== null && html`<p>${tellFailure(entry.message)}</p>`}
${snapshot && factList({entry, source})}
${entry.files.length > 0 && rowTable(entry, source, name, previous)}
${warningList(entry)}
</details>`;
}

function summaryOf({files}: ManifestSource): string {
  const [first] = files;
  if (!first) return "aucun fichier";
  const sum = (pick: "read" | "rejected") => files.reduce((total, {rows}) => total + (rows?.[pick] ?? 0), 0);
  const counted = files.some(({rows}) => rows !== null);
  const rejected = sum("rejected");
  const nature = files.some(({snapshot}) => snapshot.simulated) ? ", simulée" : "";
  const rows = counted
    ? ` · ${formatNumber(sum("read"))} lignes lues, ${formatNumber(rejected)} ${rejected > 1 ? "rejetées" : "rejetée"}`
    : "";
  return `${first.snapshot.vintage}${nature}${rows}`;
}

function factList({entry, source}: Pick<Told, "entry" | "source">): Html {
  const snapshot = entry.files[0]!.snapshot;
  const day = (iso: string) => html`<time datetime="${iso.slice(0, 10)}">${formatDate(iso)}</time>`;
  const outcome = entry.failure
    ? "échec : la version précédente reste en service"
    : entry.outcome === "collecte"
      ? "nouvelle version reçue"
      : "rien de nouveau chez le producteur";
  return html`
<dl>
<div><dt>Millésime</dt><dd>${snapshot.vintage}</dd></div>
<div><dt>Collectée le</dt><dd>${day(snapshot.collectedAt)}</dd></div>
${source && html`<div><dt>Édition suivante</dt><dd>attendue avant le ${day(expectedBefore(source, snapshot))}</dd></div>`}
<div><dt>Dernier essai</dt><dd>${entry.attemptedAt ? html`${day(entry.attemptedAt)}, ` : ""}${outcome}${entry.durationMs !== null && entry.durationMs !== undefined && ` (durée : ${formatDuration(entry.durationMs)})`}</dd></div>
</dl>`;
}

function rowTable(
  {source: id, files}: ManifestSource,
  source: Source | undefined,
  name: string,
  previous: Manifest | null
): Html {
  const before = previous?.sources.find((one) => one.source === id)?.files ?? [];
  // The years of a series are read together: one line, latest first in the manifest.
  const names = [...new Set(files.map(({snapshot}) => snapshot.file))];
  const count = (value: number | undefined) => (value === undefined ? "–" : formatNumber(value));
  const rows = names.map((file) => {
    const parts = files.filter(({snapshot}) => snapshot.file === file);
    const [{snapshot, rows}] = parts as [(typeof parts)[0], ...typeof parts];
    const old = before.find((part) => part.snapshot.file === file)?.rows;
    const oldest = parts.at(-1)!.snapshot;
    const title = source?.files.find((one) => one.id === file)?.title ?? file;
    const vintage =
      parts.length > 1
        ? `${snapshot.vintage} (${formatNumber(parts.length)} fichiers, depuis ${oldest.vintageDate.slice(0, 4)})`
        : snapshot.vintage;
    const kept =
      rows?.kept !== undefined &&
      html`<span class="precision">dont ${formatNumber(rows.kept)} gardées une à une pour le territoire</span>`;
    const change = rows && old ? formatNumber(rows.read - old.read, {signed: true}) : "–";
    return html`<tr><th scope="row">${title}<span class="precision">${vintage}</span></th><td class="nombre">${count(rows?.read)}</td><td class="nombre">${change}</td><td class="nombre">${count(rows?.loaded)}${kept}</td><td class="nombre">${count(rows?.rejected)}</td><td class="nombre">${count(rows?.duplicates)}</td></tr>`;
  });
  return html`
<div class="tableau" role="region" aria-label="Lignes de ${name}" tabindex="0">
<table>
<caption>Lignes, et écart avec la version précédente</caption>
<thead><tr><th scope="col">Fichier</th><th scope="col" class="nombre">Lues</th><th scope="col" class="nombre">Écart</th><th scope="col" class="nombre">Chargées</th><th scope="col" class="nombre">Rejetées</th><th scope="col" class="nombre">Doublons</th></tr></thead>
<tbody>${rows}</tbody>
</table>
</div>`;
}

function warningList({files}: ManifestSource): Html | false {
  const warnings = [...new Set(files.flatMap(({snapshot}) => snapshot.warnings ?? []))];
  return (
    warnings.length > 0 &&
    html`<p>Le producteur a changé la forme du fichier, sans conséquence sur la lecture :</p><ul>${warnings.map((warning) => html`<li>${warning}</li>`)}</ul>`
  );
}

/** The sentence of a fault as a page may print it: its first line, without a path of this machine. */
export function tellFailure(message: string): string {
  const [first = ""] = message.split("\n");
  return first.replace(/(^|[\s«"'(\u00a0])\/(?:[^\s»"'():;,]+\/)*([^\s»"'():;,/]+)/g, "$1$2");
}
