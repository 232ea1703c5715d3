import {formatNumber, type Manifest, type Source} from "@observatoire/catalog";
import {type Html, html} from "./html.ts";

type Check = Manifest["checks"][number];

/** What the checks found, then every one of them, by source and by indicator. */
export function checksBloc(checks: readonly Check[], sources: readonly Source[]): Html {
  const guilty = checks.filter((check) => check.guilty > 0);
  const groups = new Map<string, Check[]>();
  for (const check of checks) {
    const title = groupOf(check, sources);
    groups.set(title, [...(groups.get(title) ?? []), check]);
  }
  return html`
<p>${formatNumber(checks.length)} contrôles passés, ${guilty.length === 0 ? "aucune anomalie" : `${formatNumber(guilty.length)} avec des lignes à examiner`}.</p>
${
  guilty.length > 0 &&
  html`<ul>${guilty.map(({sentence, guilty, severity}) => html`<li>${severity === "error" ? "Erreur" : "Avertissement"} : ${sentence} (${formatNumber(guilty)} ${guilty > 1 ? "lignes" : "ligne"})</li>`)}</ul>`
}
<details><summary>Liste des contrôles</summary>${[...groups].map(
    ([title, list]) =>
      html`<details><summary>${title} (${formatNumber(list.length)})</summary><ul>${list.map(({sentence}) => html`<li>${promiseOf(sentence)}</li>`)}</ul></details>`
  )}</details>`;
}

/** The indicator that a sentence begins by naming, else the source whose folder holds the check, else the tables they share. */
function groupOf({name, sentence}: Check, sources: readonly Source[]): string {
  const [, indicator] = named.exec(sentence) ?? [];
  const source = sources.find(({id}) => name.startsWith(`${id}/`));
  return indicator ?? source?.title ?? "Territoires, nomenclatures et tables communes";
}

const named = /^« ([^»]+) » : /;

function promiseOf(sentence: string): string {
  const promise = sentence.replace(named, "");
  return promise.charAt(0).toUpperCase() + promise.slice(1);
}
