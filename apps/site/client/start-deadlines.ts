/** True when an ISO date is before today: the edition that should have come has not. */
export function isOverdue(iso: string, today: Date): boolean {
  return iso < today.toISOString().slice(0, 10);
}

/** Says beside each expected date that it has passed, even if nothing refreshes the site any more. */
export function startDeadlines(today = new Date()): void {
  for (const element of document.querySelectorAll<HTMLTimeElement>("time[data-echeance]")) {
    if (!isOverdue(element.dateTime, today)) continue;
    const note = document.createElement("strong");
    note.textContent = " (date passée\u00a0: ces données sont en retard)";
    element.after(note);
  }
}
