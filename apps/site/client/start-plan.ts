const empty = "Aucune action ne correspond\u00a0: retirer un filtre.";

/**
 * Filters of the plan: hides the rows that do not match, counts those that stay, and keeps the choices in the address so
 * that a filtered plan can be shared. Without script the form is not shown and every row is.
 */
export function startPlan(): void {
  const form = document.querySelector<HTMLFormElement>("form[data-plan-filtres]");
  const count = document.querySelector<HTMLElement>("[data-plan-compte]");
  if (!form || !count) return;
  const selects = [...form.querySelectorAll("select")];
  const rows = [...document.querySelectorAll<HTMLElement>("[data-plan-ligne]")];
  const groups = [...document.querySelectorAll<HTMLElement>("[data-plan-groupe]")];
  const reset = findReset(count);

  const apply = () => {
    const chosen = selects.filter(({value}) => value !== "");
    let shown = 0;
    for (const row of rows) {
      row.hidden = !chosen.every(({name, value}) => matches(row, name, value));
      if (!row.hidden) shown += 1;
    }
    for (const group of groups) group.hidden = !group.querySelector("[data-plan-ligne]:not([hidden])");
    const actions = (number: number) => `${number}\u00a0action${number < 2 ? "" : "s"}`;
    count.textContent =
      chosen.length === 0
        ? actions(rows.length)
        : shown === 0
          ? empty
          : `${actions(shown)} sur ${rows.length}`;
    reset.hidden = chosen.length === 0;
  };
  const write = () => {
    const address = new URL(window.location.href);
    for (const {name, value} of selects) {
      if (value === "") address.searchParams.delete(name);
      else address.searchParams.set(name, value);
    }
    try {
      history.replaceState(history.state, "", address);
    } catch {
      // A page opened from a folder may refuse: the filters work all the same.
    }
  };

  // What the browser remembers of a form must not contradict the address.
  form.autocomplete = "off";
  const wanted = new URLSearchParams(window.location.search);
  for (const select of selects) {
    const value = wanted.get(select.name) ?? "";
    select.value = [...select.options].some((option) => option.value === value) ? value : "";
  }
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("change", () => {
    apply();
    write();
  });
  reset.addEventListener("click", () => {
    for (const select of selects) select.value = "";
    apply();
    write();
    selects[0]?.focus();
  });
  apply();
}

/** `pilote`, `epci` and `financeur` hold ids separated by a space; a status is one value, spaces included. */
function matches(row: HTMLElement, name: string, value: string): boolean {
  const own = row.getAttribute(`data-${name}`) ?? "";
  return own === value || (name !== "statut" && name !== "axe" && own.split(" ").includes(value));
}

function findReset(count: HTMLElement): HTMLButtonElement {
  const found = document.querySelector<HTMLButtonElement>("button[data-plan-tout]");
  if (found) return found;
  const button = document.createElement("button");
  button.type = "button";
  button.dataset.planTout = "";
  button.textContent = "Retirer tous les filtres";
  count.after(button);
  return button;
}
