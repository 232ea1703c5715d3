const names = {auto: "auto", clair: "clair", sombre: "sombre"} as const;
type Theme = keyof typeof names;
const order: readonly Theme[] = ["auto", "clair", "sombre"];
const key = "observatoire-theme";

/** Applies the remembered theme before the first paint. Storage may be refused: the theme is then automatic. */
export function applyTheme(): void {
  setTheme(readTheme());
}

/** The button of the header goes round: automatic, light, dark. */
export function startTheme(): void {
  const button = document.querySelector<HTMLButtonElement>("[data-theme-bouton]");
  if (!button) return;
  const label = () => {
    button.textContent = `Thème\u00a0: ${names[readTheme()]}`;
  };
  button.addEventListener("click", () => {
    const theme = order[(order.indexOf(readTheme()) + 1) % order.length]!;
    try {
      localStorage.setItem(key, theme);
    } catch {
      document.documentElement.dataset.choix = theme;
    }
    setTheme(theme);
    label();
  });
  label();
}

function readTheme(): Theme {
  let stored: string | null | undefined;
  try {
    stored = localStorage.getItem(key);
  } catch {
    stored = document.documentElement.dataset.choix;
  }
  return order.find((theme) => theme === stored) ?? "auto";
}

function setTheme(theme: Theme): void {
  if (theme === "auto") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme === "sombre" ? "dark" : "light";
}
