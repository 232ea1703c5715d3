/** A fault of a page as the browser reports it: rule and message. */
export type PageFault = readonly [rule: string, message: string];

/**
 * Rules that no general tool has, run in the page. Self-contained: the browser receives its source.
 * Figures have a source line and a table twin, drawings a role and a name, French its typography and its words.
 */
export function findPageFaults(): PageFault[] {
  const faults: PageFault[] = [];
  const fault = (rule: string, message: string) => faults.push([rule, message]);
  const all = (selector: string) => [...document.querySelectorAll(selector)];
  const isShown = (element: Element) => element.checkVisibility?.() ?? true;

  if (document.documentElement.lang !== "fr") fault("langue", "l'attribut lang de la page n'est pas « fr »");
  const titles = all("h1").length;
  if (titles !== 1) fault("titre", `${titles} titres de niveau 1, un seul attendu`);
  if (document.querySelector("observablehq-loading, .observablehq--error, .observablehq--loading")) {
    fault("framework", "une erreur d'Observable Framework est restée dans la page");
  }
  if (document.querySelector("[data-figure], [data-bloc], [data-valeur]")) {
    fault("emplacement", "un emplacement n'a pas été rempli");
  }
  for (const svg of all("svg")) {
    if (svg.closest("[aria-hidden='true']") || svg.parentElement?.closest("svg")) continue;
    const name = svg.getAttribute("aria-label") ?? svg.getAttribute("aria-labelledby") ?? "";
    if (svg.getAttribute("role") !== "img" || name.trim() === "") {
      fault("figure", `un dessin sans role="img" ni nom (${svg.closest("figure")?.id ?? "hors figure"})`);
    }
  }
  for (const figure of all("main .figure")) {
    if (!/Sources?\s*:/.test(figure.textContent ?? "")) {
      fault("source", `la figure « ${figure.id} » n'a pas de ligne de source`);
    }
    if (!figure.matches(".figure--chiffre-cle") && !figure.querySelector("table, .figure-empty")) {
      fault("tableau", `la figure « ${figure.id} » n'a pas de tableau`);
    }
  }
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    const parent = node.parentElement;
    if (!parent || parent.closest("script, style, code, pre, body [lang]:not([lang=fr])")) continue;
    const text = node.textContent ?? "";
    const space = /.{0,20} [%:;?!»€](?:\s|$|[.,)]).{0,10}/.exec(text) ?? /« .{0,20}/.exec(text);
    if (space)
      fault("typographie", `espace ordinaire au lieu d'une espace insécable : « ${space[0].trim()} »`);
    const word =
      /\b(?:Search|Loading|Toggle|Contents|undefined|NaN|Infinity|null|Invalid Date|\[object)\b/.exec(text);
    if (word) fault("mot", `« ${word[0]} » dans le texte « ${text.trim().slice(0, 60)} »`);
    const number = /\d[.]\d{3}\b(?![.\d])|\d,\d{3},\d{3}/.exec(text);
    if (number && isShown(parent) && !/\bversion\b|v\d|https?:/.test(text)) {
      fault("nombre", `nombre à l'anglaise : « ${text.trim().slice(0, 60)} »`);
    }
  }
  return faults;
}

/** What is seen of the figures: for the reading without scripts. */
export function findMissingDrawings(): PageFault[] {
  const faults: PageFault[] = [];
  for (const figure of document.querySelectorAll("main .figure")) {
    const box = figure.getBoundingClientRect();
    const drawings = [...figure.querySelectorAll("svg")];
    const drawn = drawings.length === 0 || drawings.some((svg) => svg.getBoundingClientRect().height > 0);
    if (box.height < 20 || !drawn || (figure.textContent ?? "").trim() === "") {
      faults.push(["sans-script", `la figure « ${figure.id} » ne se lit pas sans JavaScript`]);
    }
  }
  return faults;
}

/** Width that overflows the window, and the elements that cause it. */
export function findOverflow(): PageFault[] {
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= width) return [];
  const guilty = [...document.querySelectorAll("body *")]
    .filter((element) => element.getBoundingClientRect().right > width + 1)
    .map(
      (element) =>
        `${element.tagName.toLowerCase()}${element.id ? `#${element.id}` : ""}.${element.getAttribute("class") ?? ""}`
    );
  const shown = guilty.slice(0, 3).join(", ");
  return [
    [
      "défilement",
      `défilement horizontal à ${width} pixels (${document.documentElement.scrollWidth} pixels) : ${shown}`
    ]
  ];
}
