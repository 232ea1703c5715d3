import {type FigureSpec, hasValue} from "@observatoire/catalog";
import {sentences} from "@observatoire/findings";

/** Top of a chapter: the findings of a few of its figures; when none has a value, why the first has none. */
export function summarize(figures: readonly FigureSpec[], ids: readonly string[]): string {
  const chosen = ids.flatMap((id) => figures.find((figure) => figure.id === id) ?? []);
  const told = chosen.filter(({empty, statut}) => empty === null && hasValue(statut));
  return sentences((told.length > 0 ? told : chosen.slice(0, 1)).map(({title}) => title));
}
