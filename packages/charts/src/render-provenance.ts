import {type FigureIndicator, type FigureSource, type FigureSpec, formatDate} from "@observatoire/catalog";
import {escapeMarkup} from "./escape-markup.ts";

/** How to walk back from a number: the command, and the run that made the page. */
export interface Explain {
  /** Empty when no command walks back to this number. */
  command: string;
  run: string;
  /** ISO date of the run. */
  date: string;
  commit: string;
}

/** « D'où vient ce chiffre ? »: definition, formula, SQL, source files, run, command. */
export function renderProvenance(spec: FigureSpec, explain: Explain): string {
  const indicators = spec.indicators.map(renderIndicator).join("");
  const sources = spec.sources.map(renderFile).join("");
  return `<details class="figure-details figure-provenance"><summary>D’où vient ce chiffre\u00a0?</summary>
<div class="figure-panel">
<dl>${indicators}${sources}
<div><dt>Calcul</dt><dd>exécution <code>${escapeMarkup(explain.run)}</code> du <time datetime="${escapeMarkup(explain.date.slice(0, 10))}">${formatDate(explain.date)}</time>, code <code>${escapeMarkup(explain.commit.slice(0, 12))}</code></dd></div>
${renderCommand(explain.command)}</dl>
</div></details>`;
}

function renderCommand(command: string): string {
  return command === ""
    ? ""
    : `<div><dt>Refaire le chemin</dt><dd><code class="figure-command">${escapeMarkup(command)}</code></dd></div>`;
}

function renderIndicator({title, definition, formula, sql}: FigureIndicator): string {
  return `
<div><dt>${escapeMarkup(title)}</dt><dd>${escapeMarkup(definition)}<br>Formule\u00a0: <code>${escapeMarkup(formula)}</code><br>Requête\u00a0: <code>${escapeMarkup(sql)}</code></dd></div>`;
}

function renderFile({title, origin, sha256, simulated}: FigureSource): string {
  const file = origin.split(/[?#]/)[0]?.split("/").filter(Boolean).at(-1) ?? origin;
  const address = /^https?:\/\//.test(origin)
    ? `<a href="${escapeMarkup(origin)}">${escapeMarkup(origin)}</a>`
    : escapeMarkup(origin);
  const kind = simulated ? "Fichier simulé" : "Fichier source";
  return `
<div><dt>${kind}\u00a0: ${escapeMarkup(title)}</dt><dd><code>${escapeMarkup(file)}</code>, empreinte SHA-256 <code>${escapeMarkup(sha256.slice(0, 12))}</code><br>Origine\u00a0: <span class="figure-address">${address}</span></dd></div>`;
}
