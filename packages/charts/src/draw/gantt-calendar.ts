import {type Drawing, type Frame, labelWidth} from "../frame.ts";
import {drawLine, drawText} from "../markup.ts";
import {paint} from "../palette.ts";

/** Days since 1970, and the pixels of the first and of the last. */
export interface Span {
  from: number;
  to: number;
  left: number;
  right: number;
}

const dayLength = 864e5;

/** Day of the calendar as days since 1970; null for what is not an ISO date. */
export function dayOf(iso: string): number | null {
  const time = /^\d{4}-\d\d-\d\d/.test(iso) ? Date.parse(`${iso.slice(0, 10)}T00:00:00Z`) : Number.NaN;
  return Number.isFinite(time) ? time / dayLength : null;
}

const months = [
  "janv.",
  "févr.",
  "mars",
  "avr.",
  "mai",
  "juin",
  "juil.",
  "août",
  "sept.",
  "oct.",
  "nov.",
  "déc."
];

export interface Scale {
  /** Days at the edges of the plot. */
  first: number;
  last: number;
  /** Months between two marks: 1, 3, 12 or years by the bunch. */
  step: number;
  /** Months between two years that are named. */
  years: number;
  /** Lines of text: years, and what is under them. */
  lines: 1 | 2;
}

/** The finest marks whose names are readable. */
export function scaleOf(span: Span & {plot: {left: number; right: number}}, frame: Frame): Scale {
  const {plot} = span;
  const perDay = (span.right - span.left) / (span.to - span.from);
  const year = 365.25 * perDay;
  const years = 12 * Math.max(1, Math.ceil((labelWidth(frame, "0000", true) + 6) / year));
  const finest =
    year / 12 > labelWidth(frame, "juil.") + 4 ? 1 : year / 4 > labelWidth(frame, "T0") + 5 ? 3 : years;
  return {
    first: span.from - (span.left - plot.left) / perDay,
    last: span.to + (plot.right - span.right) / perDay,
    step: finest,
    years,
    lines: finest < 12 ? 2 : 1
  };
}

/** Years on one line, and under it months or quarters where there is room; again at the foot when long. */
export function drawCalendar(
  {first, last, step, years, lines}: Scale,
  x: (day: number) => number,
  plot: {left: number; right: number},
  [head, top, bottom]: readonly [number, number, number],
  twice: boolean,
  frame: Frame
): Drawing {
  const clip = (day: number) => Math.max(plot.left, Math.min(plot.right, x(day)));
  const name = (day: number, end: number, text: string, y: number, bold = false) => {
    const [from, to] = [clip(day), clip(end)];
    if (labelWidth(frame, text, bold) + 3 > to - from) return "";
    const bunch = bold && years > 12;
    return drawText(bunch ? from + 3 : (from + to) / 2, y, text, {
      anchor: bunch ? "start" : "middle",
      bold,
      fill: paint("muted")
    });
  };
  const names = (y: number) => [
    ...cut(first, last, years).map(([day, end, date]) =>
      name(day, end, String(date.getUTCFullYear()), y, true)
    ),
    ...(lines === 1 ? [] : cut(first, last, step)).map(([day, end, date]) => {
      const month = date.getUTCMonth();
      return name(day, end, step === 1 ? (months[month] ?? "") : `T${month / 3 + 1}`, y + frame.line);
    })
  ];
  const rules = cut(first, last, step)
    .filter(([day]) => x(day) >= plot.left)
    .map(([day, , date]) => {
      const isYear = date.getUTCMonth() === 0;
      return drawLine([x(day), isYear ? head : top - frame.line], [x(day), bottom], {
        stroke: paint(isYear ? "grey-3" : "grid"),
        ...(isYear && {dash: "1 3"})
      });
    });
  const foot = twice ? names(bottom + 6 + frame.line / 2) : [];
  return {
    body: [...rules, ...names(head + 2 + frame.line / 2), ...foot].join(""),
    height: twice ? lines * frame.line + 8 : 0
  };
}

/** Periods of `step` months that touch the span, as [first day, day after the last, date of the first day]. */
function cut(first: number, last: number, step: number): [number, number, Date][] {
  const periods: [number, number, Date][] = [];
  const start = new Date(first * dayLength);
  const bunch = Math.max(1, step / 12);
  let year = Math.floor(start.getUTCFullYear() / bunch) * bunch;
  let month = step > 12 ? 0 : Math.floor(start.getUTCMonth() / step) * step;
  for (;;) {
    const time = Date.UTC(year, month, 1);
    if (time / dayLength > last) return periods;
    periods.push([time / dayLength, Date.UTC(year, month + step, 1) / dayLength, new Date(time)]);
    month += step;
    year += Math.floor(month / 12);
    month %= 12;
  }
}
