/**
 * « Mode séance » for the projector: one figure a screen. Arrow keys or the buttons go from one to the next, Escape
 * leaves. The page itself is not changed: figures that are not shown are hidden by a class.
 */
export function startSession(): void {
  const buttons = [...document.querySelectorAll<HTMLButtonElement>("[data-seance]")];
  const figures = [...document.querySelectorAll<HTMLElement>("main .figure:not(.figure--chiffre-cle)")];
  if (figures.length === 0) return;
  const bar = drawBar();
  let current = -1;
  let opener: HTMLButtonElement | undefined;

  const show = (order: number) => {
    figures[current]?.classList.remove("en-seance");
    current = Math.min(Math.max(order, 0), figures.length - 1);
    const figure = figures[current]!;
    figure.classList.add("en-seance");
    bar.querySelector("span")!.textContent = `${current + 1} / ${figures.length}`;
    document.documentElement.classList.add("seance");
    document.body.append(bar);
    figure.scrollTop = 0;
  };
  const leave = () => {
    document.documentElement.classList.remove("seance");
    figures[current]?.classList.remove("en-seance");
    figures[current]?.scrollIntoView({block: "start"});
    current = -1;
    bar.remove();
    opener?.focus({preventScroll: true});
  };
  for (const button of buttons) {
    button.addEventListener("click", () => {
      opener = button;
      show(0);
      bar.querySelector<HTMLButtonElement>('[data-action="suivant"]')!.focus();
    });
  }
  bar.addEventListener("click", (event) => {
    const {action} = (event.target as HTMLElement).dataset;
    if (action === "suivant") show(current + 1);
    else if (action === "precedent") show(current - 1);
    else if (action === "quitter") leave();
  });
  document.addEventListener("keydown", (event) => {
    if (current < 0 || (event.target as Element).closest("svg")) return;
    const step = {ArrowRight: 1, PageDown: 1, ArrowLeft: -1, PageUp: -1}[event.key];
    if (event.key === "Escape") leave();
    else if (step !== undefined) {
      event.preventDefault();
      show(current + step);
    }
  });
}

function drawBar(): HTMLElement {
  const bar = document.createElement("div");
  bar.className = "seance-barre";
  bar.setAttribute("role", "toolbar");
  bar.setAttribute("aria-label", "Mode séance");
  bar.innerHTML =
    '<button type="button" data-action="precedent">Précédente</button><span role="status"></span><button type="button" data-action="suivant">Suivante</button><button type="button" data-action="quitter">Quitter</button>';
  return bar;
}
