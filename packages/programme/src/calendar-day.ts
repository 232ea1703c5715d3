const paris = new Intl.DateTimeFormat("en-CA", {
  timeZone: "Europe/Paris",
  year: "numeric",
  month: "2-digit",
  day: "2-digit"
});

/** ISO calendar day of an instant in Europe/Paris: a date of the plan is a day of the town hall, not of a server. */
export const calendarDay = (instant: Date): string => paris.format(instant);

/** Calendar days from one ISO day to another. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
