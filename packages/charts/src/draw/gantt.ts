import {axes, type FigureRow, type FigureSpec, formatDate} from "@observatoire/catalog";
import {columnOf, numberOf, textOf} from "../cell.ts";
import {escapeMarkup} from "../escape-markup.ts";
import {type Drawing, type Frame, labelWidth} from "../frame.ts";
import {drawLine, drawText, round} from "../markup.ts";
import {measureLines, wrapText} from "../measure-text.ts";
import {axeColour, paint} from "../palette.ts";
import {dayOf, drawCalendar, type Span, scaleOf} from "./gantt-calendar.ts";
import {drawGanttKeys, drawHatch, hatchUrl} from "./gantt-keys.ts";

type Gantt = Extract<FigureSpec, {kind: "gantt"}>;

export interface Task {
  name: string;
  lines: string[];
  /** Days since 1970; `end` is the day after the last one. */
  start: number | null;
  end: number | null;
  sign: string;
  /** 0–1. */
  done: number | null;
  tip: string;
  y: number;
}

interface Group {
  axe: string;
  name: string;
  tasks: Task[];
  y: number;
}

const stub = 46;

/** Bars from start to planned end, grouped by axis, the order of the rows kept; signs in words, today's line. */
export function drawGantt(spec: Gantt, frame: Frame): Drawing {
  const groups = readGroups(spec, frame);
  const tasks = groups.flatMap((group) => group.tasks);
  const thickness = frame.narrow ? 13 : 15;
  const signRoom = Math.max(0, ...tasks.map(({sign}) => labelWidth(frame, sign, true)));
  const names = [...tasks.flatMap(({lines}) => lines), ...groups.map(({name}) => name)];
  const plot = {
    left: frame.narrow ? 2 : measureLines(names, frame.font, false) + 14,
    right: frame.width - (frame.narrow ? 4 : signRoom === 0 ? 4 : signRoom + 14)
  };
  const today = dayOf(spec.today);
  const span = readSpan(tasks, today, plot);
  const x = (day: number) =>
    span.left + ((day - span.from) / (span.to - span.from)) * (span.right - span.left);
  const hasBar = tasks.some(({start, end}) => start !== null || end !== null);
  const keys = drawGanttKeys(tasks, frame);
  const scale = scaleOf({...span, plot}, frame);
  const todayRoom = today === null ? 0 : frame.line + 2;
  const calendarFoot = keys.height + scale.lines * frame.line + 4;
  const top = hasBar ? calendarFoot + todayRoom + 2 : keys.height;

  let bottom = top + 2;
  for (const group of groups) {
    group.y = bottom + 8 + frame.line / 2;
    bottom += frame.line + 14;
    for (const task of group.tasks) {
      const label = task.lines.length * frame.line;
      const height = frame.narrow ? label + thickness + 15 : Math.max(thickness + 9, label + 8);
      task.y = frame.narrow ? bottom + label + 4 + thickness / 2 : bottom + height / 2;
      bottom += height;
    }
  }
  const calendar = hasBar
    ? drawCalendar(scale, x, plot, [keys.height, calendarFoot, bottom], tasks.length > 12, frame)
    : {body: "", height: 0};
  const body = groups.map(({axe, name, tasks: own, y}) => {
    const colour = axeColour(axe);
    const head =
      drawLine([0, y - frame.line / 2 - 5], [frame.width, y - frame.line / 2 - 5], {stroke: paint("rule")}) +
      `<rect x="2" y="${round(y - 6)}" width="12" height="12" fill="${colour}"/>` +
      drawText(20, y, name, {bold: true, fill: colour, halo: true});
    const drawn = own.map((task) => drawTask(task, axe, x, plot, thickness, frame));
    return {
      bars: drawn.map(({bar}) => bar).join(""),
      words:
        head +
        own.map((task, index) => drawn[index]?.words + drawNames(task, plot, thickness, frame)).join("")
    };
  });
  const parts = [
    drawHatch(frame.idPrefix, groups, thickness),
    keys.body,
    calendar.body,
    ...body.map(({bars}) => bars),
    today === null || !hasBar ? "" : drawToday(x(today), [calendarFoot, bottom], frame),
    ...body.map(({words}) => words)
  ];
  return {body: parts.join(""), height: Math.ceil(bottom + 4 + calendar.height)};
}

function readGroups(spec: Gantt, frame: Frame): Group[] {
  for (const name of [spec.label, spec.start, spec.end, spec.axe, spec.sign, spec.done]) columnOf(spec, name);
  const groups = new Map<string, Group>();
  for (const row of spec.rows) {
    const axe = textOf(row, spec.axe);
    const name = Object.hasOwn(axes, axe) ? axes[axe as keyof typeof axes] : axe || "Sans axe";
    const group = groups.get(axe) ?? {axe, name, tasks: [], y: 0};
    group.tasks.push(readTask(spec, row, frame));
    groups.set(axe, group);
  }
  return [...groups.values()];
}

function readTask(spec: Gantt, row: FigureRow, frame: Frame): Task {
  const name = textOf(row, spec.label);
  const sign = textOf(row, spec.sign);
  const done = numberOf(row, spec.done);
  const [start, last] = [dayOf(textOf(row, spec.start)), dayOf(textOf(row, spec.end))];
  const room = frame.narrow
    ? frame.width - 8 - (sign === "" ? 0 : labelWidth(frame, sign, true) + 12)
    : Math.min(310, frame.width * 0.37);
  const dates =
    start === null && last === null
      ? "dates non planifiées"
      : `${start === null ? "début non planifié" : `du ${formatDate(textOf(row, spec.start))}`}${last === null ? ", fin non planifiée" : `${start === null ? ", fin le" : " au"} ${formatDate(textOf(row, spec.end))}`}`;
  const share = done === null ? "avancement non renseigné" : `réalisé à ${Math.round(clamp(done))}\u00a0%`;
  return {
    name,
    lines: wrapText(name, room, frame.font, 2),
    start,
    end: last === null ? null : last + 1,
    sign,
    done: done === null ? null : clamp(done) / 100,
    tip: [`${name}\u00a0: ${dates}`, share, ...(sign === "" ? [] : [sign])].join(", "),
    y: 0
  };
}

function clamp(share: number): number {
  return Math.max(0, Math.min(100, share));
}

/** First and last day to show; room is kept at the edges for what is open. */
function readSpan(tasks: readonly Task[], today: number | null, plot: {left: number; right: number}): Span {
  const days = tasks.flatMap(({start, end}) => [start, end]).filter((day) => day !== null);
  const all = today === null ? days : [...days, today];
  const low = Math.min(...all, Number.POSITIVE_INFINITY);
  const [from, to] = Number.isFinite(low) ? [low, Math.max(...all)] : [0, 365];
  const room = {
    left: tasks.some(({start, end}) => start === null && end !== null) ? stub + 4 : 6,
    right: tasks.some(({start, end}) => start !== null && end === null) ? stub + 4 : 6
  };
  const wide = Math.max(30, to - from);
  return {from, to: from + wide, left: plot.left + room.left, right: plot.right - room.right};
}

/** Pale from end to end, dark for the share done; hatched when the share is not known; dashes that thin out where open. */
function drawTask(
  task: Task,
  axe: string,
  x: (day: number) => number,
  plot: {left: number; right: number},
  thickness: number,
  frame: Frame
): {bar: string; words: string} {
  const {start, end, done, y, tip} = task;
  const words = (at: number, text: string, anchor: "start" | "end" = "start") =>
    drawText(at, y, text, {anchor, italic: true, halo: true, fill: paint("muted")});
  if (start === null && end === null) {
    return {bar: "", words: words(plot.left + 6, "dates non planifiées")};
  }
  const colour = axeColour(axe);
  const top = y - thickness / 2;
  const rect = (from: number, width: number, fill: string, more: string) =>
    `<rect x="${round(from)}" y="${round(top)}" width="${round(width)}" height="${thickness}" fill="${fill}"${more}/>`;
  if (start === null || end === null) {
    const right = end === null;
    const at = x(start ?? end ?? 0);
    const text = right ? "fin non planifiée" : "début non planifié";
    const far = right ? at + stub + 5 : at - stub - 5;
    const fits = right
      ? far + labelWidth(frame, text) < plot.right
      : far - labelWidth(frame, text) > plot.left;
    const beyond = right === fits;
    return {
      bar: drawOpen(at, right ? 1 : -1, y, thickness, colour, tip),
      words: words(fits ? far : right ? at - 7 : at + 7, text, beyond ? "start" : "end")
    };
  }
  const width = Math.max(3, x(end) - x(start));
  const pale = rect(
    x(start),
    width,
    done === null ? hatchUrl(frame.idPrefix, axe) : colour,
    `${done === null ? "" : ` fill-opacity="0.22"`} stroke="${colour}" data-tip="${escapeMarkup(tip)}"`
  );
  const full = done ? rect(x(start), width * done, colour, ` pointer-events="none"`) : "";
  return {bar: pale + full, words: ""};
}

/** A known edge, then three dashes lower and paler one after the other: an arrow that leads nowhere yet. */
function drawOpen(x: number, way: 1 | -1, y: number, thickness: number, colour: string, tip: string): string {
  const ground = `<rect x="${round(way > 0 ? x : x - stub)}" y="${round(y - thickness / 2)}" width="${stub}" height="${thickness}" fill="${paint("surface")}" data-tip="${escapeMarkup(tip)}"/>`;
  const dashes = [0, 1, 2].map((index) => {
    const near = x + way * index * 15;
    const far = near + way * 11;
    const [high, low] = [thickness / 2 - index * 2, thickness / 2 - (index + 1) * 2];
    return `<path d="M${round(near)},${round(y - high)}L${round(far)},${round(y - low)}V${round(y + low)}L${round(near)},${round(y + high)}Z" fill="${colour}" fill-opacity="${[0.75, 0.5, 0.3][index]}" pointer-events="none"/>`;
  });
  const edge = drawLine([x, y - thickness / 2 - 1], [x, y + thickness / 2 + 1], {stroke: colour, width: 3});
  return ground + dashes.join("") + edge;
}

/** Name at the left and sign at the right, or both above the bar in a narrow drawing. */
function drawNames(
  {lines, sign, y}: Task,
  plot: {left: number; right: number},
  thickness: number,
  frame: Frame
): string {
  const above = y - thickness / 2 - 4 - (lines.length - 0.5) * frame.line;
  const beside = y - ((lines.length - 1) * frame.line) / 2;
  // In a narrow drawing the name stands in the plot: it hides the rules behind it.
  const ground = `<rect x="0" y="${round(above - frame.line / 2)}" width="${round(measureLines(lines, frame.font) + 4)}" height="${lines.length * frame.line}" fill="${paint("surface")}"/>`;
  const label =
    (frame.narrow ? ground : "") + drawText(2, frame.narrow ? above : beside, lines, {line: frame.line});
  if (sign === "") return label;
  const urgent = sign === "en retard" || sign === "bloquée";
  const word = drawText(frame.narrow ? frame.width - 2 : plot.right + 12, frame.narrow ? above : y, sign, {
    anchor: frame.narrow ? "end" : "start",
    bold: urgent,
    fill: paint(urgent ? "warn" : "muted"),
    halo: true
  });
  return label + word;
}

function drawToday(x: number, [top, bottom]: readonly [number, number], frame: Frame): string {
  const word = "aujourd’hui";
  const half = labelWidth(frame, word, true) / 2;
  const centre = Math.max(half, Math.min(frame.width - half - 2, x));
  return (
    drawLine([x, top + frame.line], [x, bottom], {stroke: paint("text"), width: 1.5}) +
    drawText(centre, top + frame.line / 2, word, {anchor: "middle", bold: true, halo: true})
  );
}
