/**
 * True when a day of the calendar is over where the reader is: at midnight of his own clock. What is not a date never is.
 */
export function isOverdue(iso = "", now = new Date()): boolean {
  const today = new Date(+now - now.getTimezoneOffset() * 6e4).toISOString();
  return /^\d{4}-..-..$/.test(iso) && Date.parse(iso) > 0 && iso < today.slice(0, 10);
}

/**
 * Says in the reader's browser what nothing on the server can say any more once it has stopped: the next refresh did not
 * come (banner, where the script stands) nor did an edition (beside its date). Elements are marked as they are parsed,
 * before they are painted, and again when the page is shown after a long sleep; a page saved with its marks is not marked twice.
 */
export function startDeadlines(script: HTMLScriptElement): void {
  const {attendue, le, chiffres} = script.dataset;
  const mark = () => {
    for (const time of document.querySelectorAll<HTMLTimeElement>("time[data-echeance]")) {
      if (!isOverdue(time.dateTime)) continue;
      delete time.dataset.echeance;
      time.after(make("strong", " (date passée\u00a0: ces données sont en retard)"));
    }
    if (!isOverdue(attendue) || document.querySelector(".bandeau-echeance")) return;
    const banner = make("p", make("strong", "Actualisation en retard\u00a0:"));
    banner.append(` elle était attendue le ${le}. Les chiffres restent ceux du ${chiffres}.`);
    banner.className = "bandeau bandeau-echeance";
    const notice = make("div", banner);
    notice.className = "avis";
    notice.setAttribute("role", "status");
    script.before(notice);
  };
  const observer = new MutationObserver(mark);
  observer.observe(document, {childList: true, subtree: true});
  mark();
  document.addEventListener("visibilitychange", mark);
  document.addEventListener("DOMContentLoaded", () => {
    mark();
    observer.disconnect();
  });
}

function make(name: string, content: string | Node): HTMLElement {
  const element = document.createElement(name);
  element.append(content);
  return element;
}
