import {type IndexedEntry, indexEntries, matchEntries, type RawEntry} from "./match-entries.ts";

/**
 * Makes the field of the header a combobox (ARIA 1.2, list autocomplete). The index is fetched on first focus, from the
 * root of the site, wherever that is. Without it, Enter leads to the list of all pages.
 */
export function startSearch(root: URL): void {
  const input = document.querySelector<HTMLInputElement>("#recherche");
  const list = document.querySelector<HTMLUListElement>("#recherche-resultats");
  const status = document.querySelector<HTMLElement>("#recherche-etat");
  if (!input || !list || !status) return;

  let index: Promise<IndexedEntry[]> | null = null;
  let active = -1;

  const load = () => {
    index ??= fetch(new URL("recherche.json", root))
      .then((response) => (response.ok ? response.json() : []))
      .catch(() => [])
      .then((entries: RawEntry[]) => indexEntries(entries));
    return index;
  };
  const close = () => {
    list.hidden = true;
    active = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  };
  const select = (next: number) => {
    const options = list.children;
    if (options.length === 0) return;
    options[active]?.setAttribute("aria-selected", "false");
    active = (next + options.length) % options.length;
    const option = options[active]!;
    option.setAttribute("aria-selected", "true");
    option.scrollIntoView({block: "nearest"});
    input.setAttribute("aria-activedescendant", option.id);
  };
  const open = (path: string) => window.location.assign(new URL(path, root));
  const search = async () => {
    const query = input.value;
    if (query.trim() === "") {
      status.textContent = "";
      return close();
    }
    const entries = await load();
    if (query !== input.value) return;
    const found = matchEntries(entries, query);
    active = -1;
    input.removeAttribute("aria-activedescendant");
    list.replaceChildren(...found.map(drawOption));
    list.hidden = found.length === 0;
    input.setAttribute("aria-expanded", String(found.length > 0));
    status.textContent = describe(found.length);
    status.classList.toggle("visible", found.length === 0);
  };

  input.addEventListener("focus", () => void load());
  input.addEventListener("input", () => void search());
  input.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (list.hidden) void search();
      else select(event.key === "ArrowDown" ? active + 1 : active < 0 ? -1 : active - 1);
    } else if (event.key === "Enter") {
      event.preventDefault();
      const chosen = list.children[Math.max(active, 0)] as HTMLElement | undefined;
      open(!list.hidden && chosen?.dataset.adresse ? chosen.dataset.adresse : "plan-du-site.html");
    } else if (event.key === "Escape") {
      if (list.hidden) input.value = "";
      close();
      status.classList.remove("visible");
    }
  });
  input.addEventListener("blur", () => {
    close();
    status.classList.remove("visible");
  });
  list.addEventListener("mousedown", (event) => {
    event.preventDefault();
    const option = (event.target as Element).closest<HTMLElement>("[data-adresse]");
    if (option?.dataset.adresse) open(option.dataset.adresse);
  });
}

function drawOption([, title, detail, path]: RawEntry, order: number): HTMLLIElement {
  const option = document.createElement("li");
  option.id = `recherche-${order}`;
  option.setAttribute("role", "option");
  option.setAttribute("aria-selected", "false");
  option.dataset.adresse = path;
  const name = document.createElement("span");
  name.textContent = title;
  const more = document.createElement("span");
  more.className = "detail";
  more.textContent = detail;
  option.append(name, " ", more);
  return option;
}

function describe(count: number): string {
  if (count === 0) return "Aucun résultat. Entrée ouvre le plan du site.";
  return count === 1 ? "1 résultat" : `${count} résultats`;
}
