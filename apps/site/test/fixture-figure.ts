import {type FigureBase, type FigureSpec, formatCell} from "@observatoire/catalog";
import {escapeHtml} from "../compose/escape-html.ts";

const source = {
  id: "urssaf",
  title: "Établissements employeurs et effectifs salariés du secteur privé, par commune et APE",
  producer: "Urssaf Caisse nationale",
  attribution: "Urssaf",
  licence: "odbl-1.0",
  vintage: "2025",
  collectedOn: "2026-11-09",
  homepage: "https://open.urssaf.fr/",
  origin: "simulation:1",
  sha256: "0".repeat(64),
  simulated: true,
  late: null
} as const;

/** What all fixture figures share. */
export function fixtureBase(id: string, title: string, rows: FigureBase["rows"]): FigureBase {
  return {
    id,
    title,
    subtitle: "Salariés du secteur privé au lieu de travail, 31 décembre 2025",
    reading: "au 31 décembre 2025, Meaux compte 12 345 emplois salariés privés",
    limits: ["Ni fonctionnaires, ni indépendants."],
    columns: [
      {name: "nom", label: "Territoire", type: "texte"},
      {name: "valeur", label: "Emplois", type: "nombre", unit: "emplois"}
    ],
    rows,
    indicators: [],
    sources: [source],
    statut: "connu",
    simulated: true,
    licence: "odbl-1.0",
    period: {from: "2025-12-31", to: "2025-12-31"},
    alt: `${title}.`,
    empty: null
  };
}

/** A plain stand-in of the real renderer: same parts (title, chart, table twin, source), no art. */
export function renderFixtureFigure(spec: FigureSpec): string {
  const table = renderTable(spec);
  const label = escapeHtml(spec.alt);
  const bars = spec.rows
    .slice(0, 8)
    .map((row, order) => {
      const width = 40 + (Number(row.valeur) % 500);
      return `<rect x="0" y="${order * 28}" width="${width}" height="20" fill="#0b5fa5" data-tip="${escapeHtml(`${row.nom}\n${row.valeur}`)}"></rect>`;
    })
    .join("");
  const chart = `<svg role="img" aria-label="${label}" viewBox="0 0 640 ${Math.min(spec.rows.length, 8) * 28}" width="100%">${bars}</svg>`;
  const head = `<h3 class="figure-titre">${escapeHtml(spec.title)}</h3><p>${escapeHtml(spec.subtitle)}</p>`;
  const foot = `<p class="fig-source">Source\u00a0: ${spec.sources.map(({producer, vintage}) => `${escapeHtml(producer)}, ${vintage}`).join(" ; ").replaceAll(" ;", "\u00a0;")}</p>`;
  return `<figure id="${spec.id}" class="figure" data-kind="${spec.kind}">${head}${chart}<details><summary>Tableau des valeurs</summary>${table}</details>${foot}</figure>`;
}

function renderTable({columns, rows, title}: FigureSpec): string {
  const shown = columns.filter(({hidden}) => hidden !== true);
  const head = shown.map(({label}) => `<th scope="col">${escapeHtml(label)}</th>`).join("");
  const body = rows.map((row) => {
    const cells = shown.map(({name, type, unit}) => {
      const value = row[name] ?? null;
      if (type !== "nombre") return `<td>${escapeHtml(String(value ?? ""))}</td>`;
      const text = formatCell(value === null ? null : Number(value), row.statut ?? "connu", unit ?? "nombre");
      return `<td class="nombre">${text}</td>`;
    });
    return `<tr>${cells.join("")}</tr>`;
  });
  return `<div class="defile" role="region" tabindex="0" aria-label="${escapeHtml(title)}"><table><thead><tr>${head}</tr></thead><tbody>${body.join("")}</tbody></table></div>`;
}
