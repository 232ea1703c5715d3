import {axes, type FigureColumn, type FigureSpec} from "@observatoire/catalog";
import {type SankeyGraph, type SankeyLink, type SankeyNode, sankey, sankeyLinkHorizontal} from "d3-sankey";
import {columnOf, numberOf, textOf, valueText} from "../cell.ts";
import {escapeMarkup} from "../escape-markup.ts";
import {type Drawing, type Frame, labelWidth} from "../frame.ts";
import {drawLine, drawText, round} from "../markup.ts";
import {wrapText} from "../measure-text.ts";
import {axeColour, paint} from "../palette.ts";
import {spreadLabels} from "../place-labels.ts";
import {drawUnknown} from "./unknown.ts";

type Flux = Extract<FigureSpec, {kind: "flux"}>;

interface Flow {
  from: string;
  to: string;
  value: number;
}

interface Place {
  id: string;
  name: string;
  side: "from" | "to";
  total: number;
  /** True when one of its amounts is not known: the total is a minimum. */
  partial: boolean;
  colour: string;
}

interface Ribbon {
  flow: Flow;
}

type Node = SankeyNode<Place, Ribbon>;
type Link = SankeyLink<Place, Ribbon>;

const most = 12;
const nodeWidth = 12;
const gap = 9;

/** Amounts from the left to the right, the largest first; the smallest ones as « autres » past a dozen nodes. */
export function drawFlux(spec: Flux, frame: Frame): Drawing {
  const column = columnOf(spec, spec.value);
  const {flows, places, undrawn} = readFlows(spec);
  if (flows.length === 0) return drawUnknown(spec, frame);
  const room = frame.narrow ? Math.min(118, frame.width * 0.34) : Math.min(210, frame.width * 0.27);
  const labels = new Map(places.map((place) => [place.id, readLabel(place, column, room - gap, frame)]));
  // The room between two nodes is about that of a label, so that each stays beside its node.
  const padding = Math.max(...[...labels.values()].map(({length}) => length)) * frame.line * 0.8;
  const count = (side: Place["side"]) => places.filter((place) => place.side === side).length;
  const height = (Math.max(count("from"), count("to")) - 1) * padding + (frame.narrow ? 180 : 220);
  const graph = placeNodes(places, flows, [room, frame.width - room], {height, padding});
  const body = [
    ...graph.links.map((link) => drawRibbon(link, column)),
    ...graph.nodes.map((node) => drawNode(node, column)),
    ...(["from", "to"] as const).map((side) => drawLabels(graph.nodes, side, labels, height, frame)),
    frame.narrow ? "" : graph.links.map((link) => drawAmount(link, column, frame)).join("")
  ];
  if (undrawn === 0) return {body: body.join(""), height: height + 6};
  const one = undrawn === 1;
  const note = wrapText(
    `${undrawn}\u00a0${one ? "montant non renseigné, non dessiné" : "montants non renseignés, non dessinés"}\u00a0: voir le tableau.`,
    frame.width - 8,
    frame.font
  );
  body.push(
    drawText(4, height + 12 + frame.line / 2, note, {italic: true, fill: paint("muted"), line: frame.line})
  );
  return {body: body.join(""), height: height + 18 + note.length * frame.line};
}

function readFlows(spec: Flux): {flows: Flow[]; places: Place[]; undrawn: number} {
  for (const name of [spec.from, spec.to, ...(spec.axe === null ? [] : [spec.axe])]) columnOf(spec, name);
  const rows = spec.rows.map((row) => {
    const axe = spec.axe === null ? null : textOf(row, spec.axe);
    const to = textOf(row, spec.to);
    return {
      from: textOf(row, spec.from),
      to: Object.hasOwn(axes, to) ? axes[to as keyof typeof axes] : to,
      value: numberOf(row, spec.value),
      colour: axe === null ? paint("accent") : axeColour(axe)
    };
  });
  const drawn = rows.flatMap(({from, to, value}) => (value !== null && value > 0 ? [{from, to, value}] : []));
  const names = {from: rankNames(drawn, "from"), to: rankNames(drawn, "to")};
  const keptTo = keepLargest(names.to, Math.max(most / 2, most - names.from.length));
  const keptFrom = keepLargest(names.from, most - Math.min(names.to.length, keptTo.size + 1));
  const from = (name: string) => renamed(name, keptFrom, names.from);
  const to = (name: string) => renamed(name, keptTo, names.to);
  const flows = new Map<string, Flow>();
  for (const flow of drawn) {
    const merged = {from: from(flow.from), to: to(flow.to), value: flow.value};
    const key = JSON.stringify([merged.from, merged.to]);
    flows.set(key, {...merged, value: merged.value + (flows.get(key)?.value ?? 0)});
  }
  const places = (["from", "to"] as const).flatMap((side) =>
    [...new Set(names[side].map(side === "from" ? from : to))].map((name): Place => {
      const own = rows.filter((row) => (side === "from" ? from(row.from) : to(row.to)) === name);
      const single = side === "to" && new Set(own.map(({colour}) => colour)).size === 1;
      return {
        id: `${side}:${name}`,
        name,
        side,
        total: own.reduce((sum, {value}) => sum + Math.max(0, value ?? 0), 0),
        partial: own.some(({value}) => value === null),
        colour: single ? (own[0]?.colour ?? paint("grey-2")) : paint("grey-2")
      };
    })
  );
  const undrawn = rows.filter(({value}) => value === null || value < 0).length;
  return {flows: [...flows.values()], places, undrawn};
}

/** Names of a side by decreasing amount, then in the order of the rows. */
function rankNames(flows: readonly Flow[], side: "from" | "to"): string[] {
  const totals = new Map<string, number>();
  for (const flow of flows) totals.set(flow[side], (totals.get(flow[side]) ?? 0) + flow.value);
  return [...totals].sort(([, a], [, b]) => b - a).map(([name]) => name);
}

function keepLargest(names: readonly string[], room: number): Set<string> {
  return new Set(names.length <= room ? names : names.slice(0, Math.max(1, room - 1)));
}

function renamed(name: string, kept: ReadonlySet<string>, names: readonly string[]): string {
  return kept.has(name) || !names.includes(name) ? name : `autres (${names.length - kept.size})`;
}

function placeNodes(
  places: readonly Place[],
  flows: readonly Flow[],
  [left, right]: readonly [number, number],
  {height, padding}: {height: number; padding: number}
): SankeyGraph<Place, Ribbon> {
  return sankey<Place, Ribbon>()
    .nodeId(({id}) => id)
    .nodeSort(null)
    .nodeWidth(nodeWidth)
    .nodePadding(padding)
    .extent([
      [left, 10],
      [right, height - 16]
    ])({
    nodes: places.map((place) => ({...place})),
    links: flows.map((flow) => ({
      flow,
      source: `from:${flow.from}`,
      target: `to:${flow.to}`,
      value: flow.value
    }))
  });
}

function drawRibbon(link: Link, column: FigureColumn): string {
  const {flow, width = 0} = link;
  const target = typeof link.target === "object" ? link.target : null;
  const path = (sankeyLinkHorizontal<Place, Ribbon>()(link) ?? "").replace(/\d+\.\d{3,}/g, (number) =>
    round(Number(number))
  );
  const tip = `${flow.from} → ${flow.to}\u00a0: ${valueText(flow.value, column)}`;
  return `<path d="${path}" fill="none" stroke="${target?.colour ?? paint("grey-2")}" stroke-opacity="0.5" stroke-width="${round(Math.max(1.5, width))}" data-tip="${escapeMarkup(tip)}"/>`;
}

function drawNode(
  {name, total, partial, colour, x0 = 0, y0 = 0, y1 = 0}: Node,
  column: FigureColumn
): string {
  const tip = `${name}\u00a0: ${totalText(total, partial, column)}`;
  return `<rect x="${round(x0)}" y="${round(y0)}" width="${nodeWidth}" height="${round(Math.max(1.5, y1 - y0))}" fill="${colour}" data-tip="${escapeMarkup(tip)}"/>`;
}

function totalText(total: number, partial: boolean, column: FigureColumn): string {
  return `${partial ? "au moins\u00a0" : ""}${valueText(total, column)}`;
}

function readLabel(
  {name, total, partial}: Place,
  column: FigureColumn,
  room: number,
  frame: Frame
): string[] {
  const amount = totalText(total, partial, column);
  const amounts = partial ? ["au moins", valueText(total, column)] : [amount];
  return [
    ...wrapText(name, room, frame.font, 3, true),
    ...(labelWidth(frame, amount) <= room ? [amount] : amounts)
  ];
}

/** Name and amount beside each node, pushed apart as little as needed, with a thread when pushed away. */
function drawLabels(
  nodes: readonly Node[],
  side: Place["side"],
  labels: ReadonlyMap<string, string[]>,
  height: number,
  frame: Frame
): string {
  const own = nodes.filter((node) => node.side === side);
  const centres = spreadLabels(
    own.map(({id, y0 = 0, y1 = 0}, index) => ({
      wanted: (y0 + y1) / 2,
      height: (labels.get(id)?.length ?? 0) * frame.line + 6,
      priority: own.length - index
    })),
    0,
    height
  );
  return own
    .map(({id, x0 = 0, x1 = 0, y0 = 0, y1 = 0}, index) => {
      const centre = centres[index];
      const lines = labels.get(id) ?? [];
      if (centre === null || centre === undefined) return "";
      const edge = side === "from" ? x0 : x1;
      const x = side === "from" ? edge - gap : edge + gap;
      const near = Math.max(y0, Math.min(y1, centre));
      const thread =
        Math.abs(near - centre) > 3
          ? drawLine([edge, near], [side === "from" ? x + 2 : x - 2, centre], {stroke: paint("grey-3")})
          : "";
      return (
        thread +
        drawText(x, centre - ((lines.length - 1) * frame.line) / 2, lines, {
          anchor: side === "from" ? "end" : "start",
          line: frame.line
        })
      );
    })
    .join("");
}

/** The amount on its ribbon, where the ribbon is thick enough and is not the whole of its source. */
function drawAmount(link: Link, column: FigureColumn, frame: Frame): string {
  const source = typeof link.source === "object" ? link.source : null;
  if (!source || (link.width ?? 0) < frame.line || (source.sourceLinks?.length ?? 0) < 2) return "";
  const text = valueText(link.flow.value, column);
  return drawText((source.x1 ?? 0) + 8, link.y0 ?? 0, text, {halo: true});
}
