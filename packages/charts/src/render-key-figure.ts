import {escapeMarkup} from "./escape-markup.ts";
import {type KeyFigure, keyValue, splitKeyValue} from "./key-value.ts";
import {type FragmentOptions, isEmpty, renderDownloads, renderEmpty} from "./render-fragment.ts";
import {renderProvenance} from "./render-provenance.ts";
import {renderAge, renderBadges, renderSourceLine} from "./render-source.ts";
import {renderSvg} from "./render-svg.ts";
import {renderTable} from "./render-table.ts";
import {typeset} from "./typeset.ts";

/** A number of more signs is printed smaller: "34 595 500 €" has to hold in its card. */
const longValue = 9;

/** A compact card: label, big number, period, comparison, sparkline, badge; the rest folded. */
export function renderKeyFigure(
  spec: KeyFigure,
  {downloads, explain, headingLevel = 3, open = false}: FragmentOptions
): string {
  const id = escapeMarkup(`figure-${spec.id}`);
  const empty = isEmpty(spec);
  const spark = renderSvg(spec, {width: 240, idPrefix: `figure-${spec.id}`});
  const age = renderAge(spec);
  const table =
    spec.spark && spec.rows.length > 0 ? `<div class="figure-table">${renderTable(spec)}</div>` : "";
  const parts = [
    `<figure class="figure figure--chiffre-cle" id="${id}" aria-labelledby="${id}-titre">`,
    `<figcaption class="figure-head"><h${headingLevel} class="figure-title" id="${id}-titre">${escapeMarkup(typeset(spec.subtitle))}</h${headingLevel}></figcaption>`,
    empty
      ? renderEmpty(spec)
      : `<p class="figure-value${keyValue(spec).length > longValue ? " figure-value--long" : ""}">${renderValue(spec)}</p>\n<p class="figure-period">${escapeMarkup(typeset(spec.period_label))}</p>`,
    spec.comparison && !empty
      ? `<p class="figure-comparison">${escapeMarkup(typeset(spec.comparison))}</p>`
      : "",
    spark ? `<div class="figure-spark">${spark}</div>` : "",
    renderBadges(spec),
    age && `<div class="figure-age">${age}</div>`,
    `<details class="figure-details figure-more"${open ? " open" : ""}><summary>Lecture et source</summary>
<div class="figure-panel"><p class="figure-finding">${escapeMarkup(typeset(spec.title))}.</p>${renderMore(spec)}${renderSourceLine(spec)}${table}
${renderProvenance(spec, explain)}
${empty ? "" : renderDownloads(downloads)}</div></details>`,
    "</figure>"
  ];
  return `${parts.filter((part) => part !== "").join("\n")}\n`;
}

function renderMore(spec: KeyFigure): string {
  const reading = spec.reading
    ? `<p class="figure-reading"><b>Lecture\u00a0:</b> ${escapeMarkup(typeset(spec.reading))}</p>`
    : "";
  if (spec.limits.length === 0) return reading;
  const limits = spec.limits.map((limit) => `<li>${escapeMarkup(typeset(limit))}</li>`).join("");
  return `${reading}<div class="figure-limits"><p><b>Limites\u00a0:</b></p><ul>${limits}</ul></div>`;
}

/** The number large, the words that follow it (« par an », « points ») small. */
function renderValue(spec: KeyFigure): string {
  const {number, words} = splitKeyValue(spec);
  const unit = words === "" ? "" : ` <span class="figure-unit">${escapeMarkup(words)}</span>`;
  return escapeMarkup(number) + unit;
}
