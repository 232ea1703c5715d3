/**
 * Tips of the marks that carry `data-tip`: mouse, touch, and keyboard (the chart takes the focus, arrows go from mark to
 * mark). They can be hovered, stay until one leaves, and Escape closes them. They repeat the table, and add nothing.
 */
export function startTips(): void {
  const charts = document.querySelectorAll<SVGSVGElement>("svg:has([data-tip])");
  if (charts.length === 0 && !document.querySelector("[data-tip]")) return;
  const tip = document.createElement("div");
  tip.className = "bulle";
  tip.setAttribute("role", "status");
  tip.hidden = true;
  document.body.append(tip);
  let timer = 0;
  let shown: Element | null = null;

  const hide = () => {
    window.clearTimeout(timer);
    shown?.classList.remove("vise");
    shown = null;
    tip.hidden = true;
  };
  const show = (mark: Element) => {
    window.clearTimeout(timer);
    if (mark === shown) return;
    hide();
    const text = mark.getAttribute("data-tip");
    if (!text) return;
    shown = mark;
    mark.classList.add("vise");
    tip.textContent = text;
    tip.hidden = false;
    place(tip, mark.getBoundingClientRect());
  };
  const markOf = (event: Event) => (event.target as Element).closest?.("[data-tip]") ?? null;

  document.addEventListener("pointerover", (event) => {
    const mark = markOf(event);
    if (mark) show(mark);
    else if (tip.contains(event.target as Node)) window.clearTimeout(timer);
    else if (shown) {
      window.clearTimeout(timer);
      timer = window.setTimeout(hide, 150);
    }
  });
  document.addEventListener("pointerdown", (event) => {
    const mark = markOf(event);
    if (mark) show(mark);
    else if (!tip.contains(event.target as Node)) hide();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") hide();
  });
  document.addEventListener("focusin", (event) => {
    const mark = markOf(event);
    if (mark) show(mark);
  });
  for (const chart of charts) followKeyboard(chart, show, hide);
}

function followKeyboard(chart: SVGSVGElement, show: (mark: Element) => void, hide: () => void): void {
  const marks = [...chart.querySelectorAll("[data-tip]")];
  let current = -1;
  chart.setAttribute("tabindex", "0");
  chart.addEventListener("blur", () => {
    current = -1;
    hide();
  });
  chart.addEventListener("keydown", (event) => {
    const step = {ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1}[event.key];
    if (step === undefined) return;
    event.preventDefault();
    current =
      (current < 0 ? (step > 0 ? 0 : marks.length - 1) : current + step + marks.length) % marks.length;
    show(marks[current]!);
  });
}

/** Above the mark, or below when there is no room; never out of the window. */
function place(tip: HTMLElement, box: DOMRect): void {
  const {width, height} = tip.getBoundingClientRect();
  const left = Math.min(Math.max(8, box.left + box.width / 2 - width / 2), window.innerWidth - width - 8);
  const above = box.top - height - 8;
  tip.style.left = `${Math.max(8, left) + window.scrollX}px`;
  tip.style.top = `${(above > 8 ? above : box.bottom + 8) + window.scrollY}px`;
}
