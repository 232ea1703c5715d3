const shortTable = 10;

/** On paper, short tables are shown; long ones stay folded. What was folded is folded again afterwards. */
export function startPrint(): void {
  let opened: HTMLDetailsElement[] = [];
  window.addEventListener("beforeprint", () => {
    opened = [...document.querySelectorAll<HTMLDetailsElement>("details:not([open])")].filter((details) => {
      const rows = details.querySelectorAll("tbody tr").length;
      return rows > 0 && rows <= shortTable;
    });
    for (const details of opened) details.open = true;
  });
  window.addEventListener("afterprint", () => {
    for (const details of opened) details.open = false;
  });
}
