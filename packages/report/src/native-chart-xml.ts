import {palette} from "@observatoire/charts";
import {cleanLine} from "./clean-text.ts";
import type {CategoryChart, NativeChart, NativeSeries, ScatterChart} from "./native-chart.ts";

/**
 * The part `chartN.xml` of a presentation (ECMA-376, DrawingML charts). It is written here because the library that makes
 * the slides knows neither gaps, nor one dash a line, nor a label on the last point only, and repeats elements out of order.
 */
export function nativeChartXml(chart: NativeChart, {sheet, face}: {sheet: string; face: string}): string {
  const plot = chart.type === "nuage" ? scatterPlot(chart, sheet) : categoryPlot(chart, sheet);
  const legend =
    chart.series.length > 1
      ? `<c:legend><c:legendPos val="b"/><c:overlay val="0"/>${textProperties(1400)}</c:legend>`
      : "";
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><c:date1904 val="0"/><c:lang val="fr-FR"/><c:roundedCorners val="0"/><c:chart><c:autoTitleDeleted val="1"/><c:plotArea><c:layout/>${plot}<c:spPr><a:noFill/></c:spPr></c:plotArea>${legend}<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr><c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="1200"><a:latin typeface="${face}"/></a:defRPr></a:pPr><a:endParaRPr lang="fr-FR"/></a:p></c:txPr><c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>`;
}

/** Rows of the workbook behind the chart, as its references read them. */
export function nativeChartRows(chart: NativeChart): (string | number | null)[][] {
  if (chart.type !== "nuage")
    return [
      ["", ...chart.series.map(({name}) => cleanLine(name))],
      ...chart.categories.map((category, row) => [
        cleanLine(category),
        ...chart.series.map(({values}) => values[row] ?? null)
      ])
    ];
  const longest = Math.max(...chart.series.map(({points}) => points.length));
  return [
    chart.series.flatMap(({name}) => [name, cleanLine(chart.x.title), cleanLine(chart.y.title)]),
    ...Array.from({length: longest}, (_, row) =>
      chart.series.flatMap(({points}) => {
        const point = points[row];
        return point === undefined ? [null, null, null] : [cleanLine(point.label), point.x, point.y];
      })
    )
  ];
}

function categoryPlot(chart: CategoryChart, sheet: string): string {
  const {type, stacked, format, categories} = chart;
  const many = categories.length > 25;
  const letters = letterSize(categories);
  const series = chart.series.map((each, index) => categorySeries(chart, each, {index, sheet})).join("");
  const axes = `<c:axId val="1001"/><c:axId val="1002"/>`;
  const plot =
    type === "lignes"
      ? `<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>${series}<c:marker val="1"/>${axes}</c:lineChart>`
      : `<c:barChart><c:barDir val="${type === "barres" ? "bar" : "col"}"/><c:grouping val="${stacked ? "stacked" : "clustered"}"/><c:varyColors val="0"/>${series}<c:gapWidth val="${many ? 20 : 60}"/><c:overlap val="${stacked ? 100 : 0}"/>${axes}</c:barChart>`;
  const horizontal = type === "barres";
  const labelled = chart.series.every(({labels}) => labels === "all");
  const base = `<c:crossesAt val="${chart.log ?? 0}"/>`;
  const category = `<c:catAx><c:axId val="1001"/><c:scaling><c:orientation val="${horizontal ? "maxMin" : "minMax"}"/></c:scaling><c:delete val="0"/><c:axPos val="${horizontal ? "l" : "b"}"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="${many ? "none" : "low"}"/>${line("rule")}${textProperties(letters)}<c:crossAx val="1002"/>${type === "lignes" ? `<c:crosses val="autoZero"/>` : base}<c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/></c:catAx>`;
  const scaling = `<c:scaling>${chart.log === undefined ? "" : `<c:logBase val="2"/>`}<c:orientation val="minMax"/>${chart.from === undefined ? "" : `<c:min val="${chart.from}"/>`}</c:scaling>`;
  const values = `<c:valAx><c:axId val="1002"/>${scaling}<c:delete val="${labelled && horizontal ? 1 : 0}"/><c:axPos val="${horizontal ? "b" : "l"}"/>${labelled ? "" : gridlines}${numberFormat(format)}<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/><c:spPr><a:ln><a:noFill/></a:ln></c:spPr>${textProperties(1200, "muted")}<c:crossAx val="1001"/><c:crosses val="${horizontal ? "max" : "autoZero"}"/><c:crossBetween val="${type === "lignes" ? "midCat" : "between"}"/></c:valAx>`;
  return plot + category + values;
}

function categorySeries(
  {type, categories, format}: CategoryChart,
  {name, values, colour, pointColours, dash = "solid", labels}: NativeSeries,
  {index, sheet}: {index: number; sheet: string}
): string {
  const letter = columnLetter(index + 1);
  const last = categories.length + 1;
  const head = `<c:idx val="${index}"/><c:order val="${index}"/>${seriesName(name, `${sheet}!$${letter}$1`)}`;
  const data = `<c:cat><c:strRef><c:f>${sheet}!$A$2:$A$${last}</c:f><c:strCache><c:ptCount val="${categories.length}"/>${categories.map((each, at) => `<c:pt idx="${at}"><c:v>${escapeXml(cleanLine(each))}</c:v></c:pt>`).join("")}</c:strCache></c:strRef></c:cat><c:val>${numberReference(values, `${sheet}!$${letter}$2:$${letter}$${last}`, format)}</c:val>`;
  if (type === "lignes") {
    const width = dash === "solid" ? 34925 : 19050;
    const stroke = `<c:spPr><a:ln w="${width}" cap="rnd">${solid(colour)}<a:prstDash val="${dash}"/><a:round/></a:ln></c:spPr>`;
    const marker = `<c:marker><c:symbol val="circle"/><c:size val="${dash === "solid" ? 6 : 4}"/><c:spPr>${solid(colour)}<a:ln>${solid(colour)}</a:ln></c:spPr></c:marker>`;
    return `<c:ser>${head}${stroke}${marker}${lastLabel(values, format, colour)}${data}<c:smooth val="0"/></c:ser>`;
  }
  const points = (pointColours ?? [])
    .map((each, at) =>
      each === colour
        ? ""
        : `<c:dPt><c:idx val="${at}"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/><c:spPr>${solid(each)}</c:spPr></c:dPt>`
    )
    .join("");
  const shown =
    labels === "all"
      ? `<c:dLbls>${numberFormat(format)}<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>${textProperties(letterSize(categories))}<c:dLblPos val="outEnd"/>${shows(true)}</c:dLbls>`
      : `<c:dLbls>${shows(false)}</c:dLbls>`;
  return `<c:ser>${head}<c:spPr>${solid(colour)}</c:spPr><c:invertIfNegative val="0"/>${points}${shown}${data}</c:ser>`;
}

/** Hundredths of a point: as large as the bars leave room for, to be read from the end of a table. */
function letterSize({length}: readonly string[]): number {
  return length <= 8 ? 1600 : length <= 14 ? 1200 : 1000;
}

function lastLabel(values: readonly (number | null)[], format: string, colour: string): string {
  const at = values.findLastIndex((value) => value !== null);
  if (at < 0) return `<c:dLbls>${shows(false)}</c:dLbls>`;
  return `<c:dLbls><c:dLbl><c:idx val="${at}"/>${numberFormat(format)}<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>${textProperties(1400, colour, true)}<c:dLblPos val="r"/>${shows(true)}</c:dLbl>${shows(false)}</c:dLbls>`;
}

function scatterPlot({series, x, y}: ScatterChart, sheet: string): string {
  const drawn = series.map(({name, colour, points}, index) => {
    const [label, across, up] = [0, 1, 2].map((offset) => columnLetter(3 * index + offset));
    const last = points.length + 1;
    const labels = points
      .map((point, at) =>
        point.shown
          ? `<c:dLbl><c:idx val="${at}"/><c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="1000"/></a:pPr><a:r><a:rPr lang="fr-FR" sz="1000"/><a:t>${escapeXml(cleanLine(shorten(point.label)))}</a:t></a:r></a:p></c:rich></c:tx><c:dLblPos val="${at % 2 === 0 ? "r" : "l"}"/>${shows(true)}</c:dLbl>`
          : ""
      )
      .join("");
    return `<c:ser><c:idx val="${index}"/><c:order val="${index}"/>${seriesName(name, `${sheet}!$${label}$1`)}<c:spPr><a:ln w="19050"><a:noFill/></a:ln></c:spPr><c:marker><c:symbol val="circle"/><c:size val="9"/><c:spPr>${solid(colour)}<a:ln>${solid("#ffffff")}</a:ln></c:spPr></c:marker><c:dLbls>${labels}${shows(false)}</c:dLbls><c:xVal>${numberReference(
      points.map((point) => point.x),
      `${sheet}!$${across}$2:$${across}$${last}`,
      x.format
    )}</c:xVal><c:yVal>${numberReference(
      points.map((point) => point.y),
      `${sheet}!$${up}$2:$${up}$${last}`,
      y.format
    )}</c:yVal><c:smooth val="0"/></c:ser>`;
  });
  const axis = (
    id: number,
    other: number,
    place: "b" | "l",
    title: string,
    format: string,
    log: boolean,
    cross: number
  ) =>
    `<c:valAx><c:axId val="${id}"/><c:scaling>${log ? `<c:logBase val="2"/>` : ""}<c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="${place}"/>${gridlines}<c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="1100" b="0"/></a:pPr><a:r><a:rPr lang="fr-FR" sz="1100" b="0"/><a:t>${escapeXml(cleanLine(title))}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>${numberFormat(format)}<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>${line("rule")}${textProperties(1100, "muted")}<c:crossAx val="${other}"/><c:crossesAt val="${cross}"/><c:crossBetween val="midCat"/></c:valAx>`;
  return `<c:scatterChart><c:scatterStyle val="lineMarker"/><c:varyColors val="0"/>${drawn.join("")}<c:axId val="1001"/><c:axId val="1002"/></c:scatterChart>${axis(1001, 1002, "b", x.title, x.format, x.log, y.cross)}${axis(1002, 1001, "l", y.title, y.format, false, x.cross)}`;
}

function shorten(label: string): string {
  return label.length > 34 ? `${label.slice(0, 33).trimEnd()}…` : label;
}

function numberReference(values: readonly (number | null)[], reference: string, format: string): string {
  const points = values.map((value, at) =>
    value === null ? "" : `<c:pt idx="${at}"><c:v>${value}</c:v></c:pt>`
  );
  return `<c:numRef><c:f>${reference}</c:f><c:numCache><c:formatCode>${escapeXml(format)}</c:formatCode><c:ptCount val="${values.length}"/>${points.join("")}</c:numCache></c:numRef>`;
}

function seriesName(name: string, reference: string): string {
  return `<c:tx><c:strRef><c:f>${reference}</c:f><c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>${escapeXml(cleanLine(name))}</c:v></c:pt></c:strCache></c:strRef></c:tx>`;
}

function shows(value: boolean): string {
  return `<c:showLegendKey val="0"/><c:showVal val="${value ? 1 : 0}"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/>`;
}

const gridlines = `<c:majorGridlines><c:spPr><a:ln w="6350">${solid(palette["--fig-grid"])}</a:ln></c:spPr></c:majorGridlines>`;

function numberFormat(code: string): string {
  return `<c:numFmt formatCode="${escapeXml(code)}" sourceLinked="0"/>`;
}

function line(name: "rule"): string {
  return `<c:spPr><a:ln w="9525">${solid(palette[`--fig-${name}`])}</a:ln></c:spPr>`;
}

function textProperties(size: number, colour: string = "text", bold = false): string {
  const paint = colour.startsWith("#") ? colour : palette[colour === "muted" ? "--fig-muted" : "--fig-text"];
  return `<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="${size}" b="${bold ? 1 : 0}">${solid(paint)}</a:defRPr></a:pPr><a:endParaRPr lang="fr-FR"/></a:p></c:txPr>`;
}

function solid(colour: string): string {
  return `<a:solidFill><a:srgbClr val="${colour.replace("#", "").toUpperCase()}"/></a:solidFill>`;
}

/** 0 → "A", 26 → "AA". */
function columnLetter(index: number): string {
  const rest = String.fromCharCode(65 + (index % 26));
  return index < 26 ? rest : columnLetter(Math.floor(index / 26) - 1) + rest;
}

export function escapeXml(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
}
