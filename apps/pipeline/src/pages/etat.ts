import {
  formatDate,
  formatNumber,
  type Manifest,
  type ManifestSource,
  type PageContent,
  type Source
} from "@observatoire/catalog";
import {html} from "./html.ts";

const outcomes = {
  collecte: "collectée",
  inchange: "à jour, inchangée",
  echec: "échec : la version précédente reste en service",
  non_disponible: "non disponible"
} as const;

/** État des données: what was read, when, how many rows, and what the checks found; generated from the manifest. */
export function etatPage(manifest: Manifest, sources: readonly Source[]): PageContent {
  const rows = manifest.sources.flatMap((entry) => sourceRows(entry, sources));
  const guilty = manifest.checks.filter((check) => check.guilty > 0);
  return {
    shell: "etat",
    path: "etat",
    title: "État des données",
    description: "Millésime, date de collecte, nombre de lignes et contrôles de chaque source.",
    chapeau: null,
    figures: [],
    blocs: {
      "etat-sources": html`
<div class="tableau" role="region" aria-label="État des sources" tabindex="0">
<table>
<caption>Sources lues par ce passage</caption>
<thead><tr><th scope="col">Source</th><th scope="col">État</th><th scope="col">Nature</th><th scope="col">Millésime</th><th scope="col">Collectée le</th><th scope="col" class="nombre">Lignes lues</th><th scope="col" class="nombre">Chargées</th><th scope="col" class="nombre">Rejetées</th><th scope="col" class="nombre">Doublons identiques</th></tr></thead>
<tbody>${rows}</tbody>
</table>
</div>`.html,
      "etat-controles": html`
<p>${formatNumber(manifest.checks.length)} contrôles passés, ${guilty.length === 0 ? "aucune anomalie" : `${formatNumber(guilty.length)} avec des lignes à examiner`}.</p>
${
  guilty.length > 0 &&
  html`<ul>${guilty.map(({sentence, guilty, severity}) => html`<li>${severity === "error" ? "Erreur" : "Avertissement"} : ${sentence} (${formatNumber(guilty)} lignes)</li>`)}</ul>`
}
<details><summary>Liste des contrôles</summary><ul>${manifest.checks.map(({sentence}) => html`<li>${sentence}</li>`)}</ul></details>`
        .html,
      "etat-run": html`
<dl>
<div><dt>Passage</dt><dd><code>${manifest.run}</code></dd></div>
<div><dt>Terminé le</dt><dd><time datetime="${manifest.endedAt}">${formatDate(manifest.endedAt)}</time></dd></div>
<div><dt>Version du code</dt><dd><code>${manifest.commit}</code></dd></div>
<div><dt>Nature</dt><dd>${manifest.demo ? "démonstration : les sources absentes sont simulées et signalées" : "données des producteurs"}</dd></div>
</dl>`.html
    },
    valeurs: {},
    breadcrumb: [{title: "Accueil", path: "index"}],
    previous: null,
    next: null
  };
}

function sourceRows(entry: ManifestSource, sources: readonly Source[]) {
  const source = sources.find(({id}) => id === entry.source);
  const name = source ? `${source.title} (${source.producer})` : entry.source;
  if (entry.files.length === 0) {
    return [
      html`<tr><th scope="row">${name}</th><td>${outcomes[entry.outcome]}</td><td colspan="7">${entry.message ?? ""}</td></tr>`
    ];
  }
  // The years of a series are read together: one line, latest first in the manifest.
  const names = [...new Set(entry.files.map(({snapshot}) => snapshot.file))];
  return names.map((file) => {
    const parts = entry.files.filter(({snapshot}) => snapshot.file === file);
    const [{snapshot, rows}] = parts as [(typeof parts)[0], ...typeof parts];
    const oldest = parts.at(-1)?.snapshot;
    const count = (value: number | undefined) => (value === undefined ? "–" : formatNumber(value));
    const title = source?.files.find(({id}) => id === file)?.title;
    const vintage =
      parts.length > 1 && oldest
        ? `${snapshot.vintage} (${formatNumber(parts.length)} fichiers, depuis ${oldest.vintageDate.slice(0, 4)})`
        : snapshot.vintage;
    const kept =
      rows?.kept === undefined
        ? ""
        : `, dont ${formatNumber(rows.kept)} gardées une à une pour le territoire`;
    return html`<tr><th scope="row">${name}${names.length > 1 && title && ` : ${title}`}</th><td>${outcomes[entry.outcome]}</td><td>${snapshot.simulated ? "simulée" : "réelle"}</td><td>${vintage}</td><td><time datetime="${snapshot.collectedAt.slice(0, 10)}">${formatDate(snapshot.collectedAt)}</time></td><td class="nombre">${count(rows?.read)}</td><td class="nombre">${count(rows?.loaded)}${kept}</td><td class="nombre">${count(rows?.rejected)}</td><td class="nombre">${count(rows?.duplicates)}</td></tr>`;
  });
}
