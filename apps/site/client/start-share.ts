/** « Copier le lien » copies the permanent address of the page and says so. */
export function startShare(): void {
  const button = document.querySelector<HTMLButtonElement>("[data-copier]");
  const done = document.querySelector<HTMLElement>("[data-copie]");
  const link = document.querySelector<HTMLAnchorElement>('a[rel="bookmark"]');
  if (!button || !done || !link) return;
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(link.href);
      done.textContent = "Lien copié";
    } catch {
      done.textContent = `Le navigateur a refusé\u00a0: copier ${link.href}`;
    }
  });
}
