import {type FigureSpec, formatDate} from "@observatoire/catalog";
import {type KeyFigure, sourceText, splitKeyValue, tellAge} from "@observatoire/charts";
import {axeColour} from "./axe-colours.ts";
import {cleanLine} from "./clean-text.ts";
import type {DocumentModel, DocumentSection, MadeFile} from "./document.ts";
import {documentMentions} from "./document-mentions.ts";
import {figureMarks} from "./figure-marks.ts";
import {chartPicture, toPng} from "./figure-pictures.ts";
import {tableOf} from "./figure-table.ts";
import {fixedZip} from "./fixed-zip.ts";
import {logoPicture} from "./logo-picture.ts";
import {type NativeChart, nativeChart, nativeNotes} from "./native-chart.ts";
import {createDeck, type Deck, type Slide, type TextOptions} from "./pptx-library.ts";
import {chartWorkbook, finishParts} from "./pptx-parts.ts";
import {slideTable} from "./slide-table.ts";
import {cutText, face, fitSize, ink, slide as page} from "./slide-theme.ts";
import {typeset} from "./typeset.ts";

/** What is being made: its charts are put in when the library has packed it. */
interface Making {
  pptx: Deck;
  charts: NativeChart[];
}

const inner = page.width - 2 * page.rim;
const keysPerSlide = 6;
const bandWidth = 4.6;

/**
 * The document as slides that one completes by hand: a figure a slide, its finding as title, charts and tables of PowerPoint
 * with the raw values; sources, reading and limits in the notes. Same model, same bytes.
 */
export async function makePptx(model: DocumentModel): Promise<MadeFile> {
  const making: Making = {pptx: createDeck(), charts: []};
  const {pptx} = making;
  pptx.layout = "LAYOUT_WIDE";
  pptx.title = say(`${model.title}, ${model.territoire} (${model.genre})`);
  pptx.subject = say(model.genre);
  pptx.author = say(model.publisher);
  pptx.company = say(model.publisher);
  pptx.theme = {headFontFace: face, bodyFontFace: face};
  defineMasters(pptx, model);
  addCover(pptx, model);
  addSummary(pptx, model);
  for (const section of model.sections) addSection(making, section);
  const packed = await pptx.write({outputType: "nodebuffer"});
  if (!(packed instanceof Uint8Array)) throw new Error("pptxgenjs: bytes expected");
  const charts = await Promise.all(
    making.charts.map(async (chart) => ({chart, workbook: await chartWorkbook(chart)}))
  );
  const bytes = fixedZip(packed, model.date, (parts) => finishParts(parts, charts, face));
  return {name: `${model.id}.pptx`, bytes};
}

/** Text of a slide: one line, French spacing. */
function say(text: string): string {
  return typeset(cleanLine(text));
}

const text = {fontFace: face, color: ink.text, lang: "fr-FR", margin: 0} as const;

function defineMasters(pptx: Deck, model: DocumentModel): void {
  const mentions = documentMentions(model).join(" · ");
  const foot = cutText(say(`${model.territoire} · ${model.title} · ${formatDate(model.date)}`), 120);
  const small = {...text, y: 7.03, h: 0.3, fontSize: 9} as const;
  const mention = {
    text: {
      text: mentions === "" ? " " : mentions,
      options: {...small, x: 8.6, w: 3.6, bold: true, color: ink.strict, align: "right"}
    }
  } as const;
  const slideNumber = {...small, x: 12.3, w: 0.5, color: ink.muted, align: "right"} as const;
  const background = {color: ink.white};
  pptx.defineSlideMaster({
    title: "Figure",
    background,
    objects: [
      {line: {x: page.rim, y: 6.98, w: inner, h: 0, line: {color: ink.grid, width: 0.75}}},
      {text: {text: foot, options: {...small, x: page.rim, w: 8, color: ink.muted}}},
      mention,
      titlePlace({x: page.rim, y: 0.55, w: inner, h: 0.9}, {fontSize: 24, color: ink.text, valign: "top"})
    ],
    slideNumber
  });
  pptx.defineSlideMaster({
    title: "Couverture",
    background,
    objects: [
      titlePlace({x: 0.9, y: 1.85, w: 11.5, h: 1.9}, {fontSize: 40, color: ink.text, valign: "middle"})
    ]
  });
  pptx.defineSlideMaster({
    title: "Section",
    background,
    objects: [
      mention,
      titlePlace(
        {x: 0.5, y: 1.2, w: bandWidth - 0.9, h: 5},
        {fontSize: 32, color: ink.white, valign: "middle"}
      )
    ],
    slideNumber
  });
}

function titlePlace(
  box: {x: number; y: number; w: number; h: number},
  style: {fontSize: number; color: string; valign: "top" | "middle"}
) {
  const shared = {
    name: "titre",
    type: "title",
    margin: 0,
    align: "left",
    fontFace: face,
    bold: true
  } as const;
  return {placeholder: {options: {...shared, ...box, ...style}, text: ""}};
}

function addCover(pptx: Deck, model: DocumentModel): void {
  const slide = pptx.addSlide({masterName: "Couverture"});
  slide.addShape("rect", {x: 0, y: 0, w: 0.28, h: page.height, fill: {color: ink.accent}});
  slide.addText(say(model.territoire), {
    ...text,
    x: 0.9,
    y: 1.35,
    w: 11.5,
    h: 0.4,
    fontSize: 18,
    bold: true,
    color: ink.accent
  });
  const title = say(model.title);
  slide.addText(title, {
    placeholder: "titre",
    fontSize: fitSize(title, {sizes: [44, 40, 34, 28, 22], inches: 11.5, lines: 2})
  });
  slide.addText(say(model.genre), {...text, x: 0.9, y: 3.9, w: 11.5, h: 0.4, fontSize: 20, color: ink.muted});
  const edition = model.edition === null || model.edition === model.title ? "" : `${say(model.edition)} · `;
  const date = formatDate(model.date);
  const when = edition.replaceAll("\u00a0", " ").includes(date.replaceAll("\u00a0", " "))
    ? edition.slice(0, -3)
    : edition + date;
  slide.addText(when, {...text, x: 0.9, y: 4.45, w: 11.5, h: 0.4, fontSize: 18});
  const mentions = documentMentions(model);
  if (mentions.length > 0)
    slide.addText(mentions.join(" · "), {
      ...text,
      x: 0.9,
      y: 5.0,
      w: 11.5,
      h: 0.4,
      fontSize: 16,
      bold: true,
      color: ink.strict
    });
  const foot = [model.publisher, model.contact, model.address].filter((part) => part !== null && part !== "");
  slide.addText(say(foot.join(" · ")), {
    ...text,
    x: 0.9,
    y: 6.35,
    w: 11.5,
    h: 0.4,
    fontSize: 12,
    color: ink.muted
  });
  let x = 0.9;
  for (const logo of model.logos) {
    const {bytes, format, width, height} = logoPicture(logo);
    const w = Math.min(3, (0.75 * width) / height);
    const data = dataUrl(bytes, format === "jpg" ? "image/jpeg" : "image/png");
    slide.addImage({data, x, y: 0.4, w, h: (w * height) / width, altText: say(`Logo : ${logo.name}`)});
    x += w + 0.3;
  }
  slide.addNotes(
    say(
      `${model.genre}. Valeurs, sources et limites de chaque figure dans les commentaires des diapositives.`
    )
  );
}

function addSummary(pptx: Deck, model: DocumentModel): void {
  for (const [index, part] of chunk(model.summary.map(say), {characters: 620, count: 6}).entries()) {
    const slide = titled(pptx, {
      title: index === 0 ? "À retenir" : "À retenir (suite)",
      colour: ink.accent,
      kicker: say(model.territoire)
    });
    const size = part.join("").length > 420 ? 18 : 22;
    addBullets(slide, part, size);
  }
}

function addBullets(slide: Slide, lines: readonly string[], size: number): void {
  const runs = paragraphs(lines, size).map(({text, options}) => ({
    text,
    options: {...options, bullet: {indent: 18}}
  }));
  slide.addText(runs, {...text, x: page.rim, y: 1.45, w: inner, h: 5.2, valign: "top"});
}

function paragraphs(lines: readonly string[], fontSize: number) {
  return lines.map((line) => ({
    text: line,
    options: {breakLine: true, paraSpaceAfter: 12, fontSize, color: ink.text, lang: "fr-FR"}
  }));
}

function addSection(making: Making, section: DocumentSection): void {
  const {pptx} = making;
  const colour = axeColour(section.axe).replace("#", "").toUpperCase();
  const kicker = say(section.title);
  const lines = [
    ...section.text.filter((paragraph) => paragraph.trim() !== "").map(say),
    ...section.comments.map((comment) =>
      say(
        `Commentaire (${[comment.author, formatDate(comment.date)].filter((part) => part !== null).join(", ")}) : ${comment.text}`
      )
    )
  ].flatMap((line) => splitLong(line, 700));
  for (const [index, part] of chunk(lines, {characters: 750, count: 7}).entries()) {
    const slide = pptx.addSlide({masterName: "Section"});
    slide.addShape("rect", {x: 0, y: 0, w: bandWidth, h: page.height, fill: {color: colour}});
    const title = cutText(index === 0 ? kicker : `${kicker} (suite)`, 150);
    slide.addText(title, {
      placeholder: "titre",
      fontSize: fitSize(title, {sizes: [36, 32, 28, 24, 20], inches: bandWidth - 0.9, lines: 4})
    });
    const size = fitSize(part.join(""), {
      sizes: [24, 20, 18, 16],
      inches: page.width - bandWidth - 1.2,
      lines: 9
    });
    slide.addText(paragraphs(part, size), {
      ...text,
      x: bandWidth + 0.6,
      y: 0.6,
      w: page.width - bandWidth - 1.2,
      h: 6.1,
      valign: "middle"
    });
  }
  let keys: KeyFigure[] = [];
  const flush = () => {
    for (let start = 0; start < keys.length; start += keysPerSlide)
      addKeys(pptx, keys.slice(start, start + keysPerSlide), {kicker, colour});
    keys = [];
  };
  for (const figure of section.figures) {
    if (figure.kind === "chiffre-cle" && figure.empty === null) keys.push(figure);
    else {
      flush();
      addFigure(making, figure, {kicker, colour});
    }
  }
  flush();
}

interface Place {
  kicker: string;
  colour: string;
}

function titled(pptx: Deck, {title, kicker, colour}: Place & {title: string}): Slide {
  const slide = pptx.addSlide({masterName: "Figure"});
  slide.addShape("rect", {x: 0, y: 0, w: page.width, h: 0.12, fill: {color: colour}});
  if (kicker !== "")
    slide.addText(cutText(kicker, 110), {
      ...text,
      x: page.rim,
      y: 0.22,
      w: inner,
      h: 0.28,
      fontSize: 12,
      bold: true,
      color: colour
    });
  const shown = cutText(title, 240);
  slide.addText(shown, {
    placeholder: "titre",
    fontSize: fitSize(shown, {sizes: [24, 22, 20, 18, 16], inches: inner, lines: 2})
  });
  return slide;
}

function addKeys(pptx: Deck, keys: readonly KeyFigure[], place: Place): void {
  const slide = titled(pptx, {...place, title: "Chiffres clés"});
  const columns = keys.length === 4 ? 2 : Math.min(3, keys.length);
  const lines = Math.ceil(keys.length / columns);
  const gap = 0.3;
  const w = (inner - gap * (columns - 1)) / columns;
  const h = lines === 1 ? 3.4 : 2.38;
  for (const [index, key] of keys.entries()) {
    const x = page.rim + (index % columns) * (w + gap);
    const y = 1.45 + Math.floor(index / columns) * (h + 0.25);
    const {number, words} = splitKeyValue(key);
    const marks = figureMarks(key).join(" · ");
    slide.addShape("rect", {x, y, w, h, fill: {color: ink.white}, line: {color: ink.grid, width: 0.75}});
    slide.addShape("rect", {x, y, w, h: 0.06, fill: {color: ink.accent}});
    const wide = w - 0.4;
    const part = (value: string, options: TextOptions) =>
      slide.addText(value, {...text, x: x + 0.2, w: wide, valign: "top", ...options});
    part(cutText(say(key.subtitle), 90), {y: y + 0.18, h: 0.45, fontSize: 13, bold: true, color: ink.muted});
    const size = fitSize(number + words.slice(0, 12), {sizes: [40, 36, 30, 24], inches: wide, lines: 1});
    slide.addText(
      [
        {text: say(number), options: {fontSize: size, bold: true, color: ink.accent, lang: "fr-FR"}},
        ...(words === ""
          ? []
          : [{text: ` ${say(words)}`, options: {fontSize: 14, color: ink.muted, lang: "fr-FR"}}])
      ],
      {...text, x: x + 0.2, y: y + 0.62, w: wide, h: 0.65, valign: "middle"}
    );
    part(cutText(say(key.period_label), 90), {y: y + 1.28, h: 0.25, fontSize: 12, color: ink.muted});
    if (key.comparison) part(cutText(say(key.comparison), 150), {y: y + 1.55, h: 0.6, fontSize: 13});
    if (marks !== "") part(say(marks), {y: y + h - 0.3, h: 0.22, fontSize: 10, bold: true, color: ink.warn});
  }
  const sources = [...new Set(keys.map(sourceText).filter((source) => source !== ""))];
  addSource(slide, sources.join(" · "));
  slide.addNotes(keys.map((key) => notesOf(key)).join("\n\n"));
}

function addFigure(making: Making, spec: FigureSpec, place: Place): void {
  const slide = titled(making.pptx, {...place, title: say(spec.title)});
  const subtitle = cutText(say([spec.subtitle, ...nativeNotes(spec)].join(" · ")), 260);
  slide.addText(subtitle, {
    ...text,
    x: page.rim,
    y: 1.42,
    w: inner,
    h: 0.45,
    valign: "top",
    fontSize: fitSize(subtitle, {sizes: [14, 12, 11], inches: inner, lines: 2}),
    color: ink.muted
  });
  const marks = [...figureMarks(spec), ...tellAge(spec)].join(" · ");
  if (marks !== "")
    slide.addText(cutText(say(marks), 190), {
      ...text,
      x: page.rim,
      y: 6.28,
      w: inner,
      h: 0.22,
      fontSize: 10,
      bold: true,
      color: ink.warn
    });
  const height = page.bottom - page.top - 0.4;
  const box = {x: page.rim, y: page.top, w: inner, h: height};
  const chart = nativeChart(spec);
  const picture = chart === null ? chartPicture(spec) : null;
  if (spec.empty !== null || spec.rows.length === 0)
    slide.addText(say(spec.empty ?? "Rien à montrer."), {
      ...text,
      ...box,
      fontSize: 20,
      align: "center",
      valign: "middle",
      color: ink.muted
    });
  else if (chart !== null) addChart(making, slide, {chart, spec, box});
  else if (picture !== null) {
    const scale = Math.min(box.w / picture.width, box.h / picture.height);
    const [w, h] = [picture.width * scale, picture.height * scale];
    slide.addImage({
      data: dataUrl(toPng(picture.svg), "image/png"),
      x: (page.width - w) / 2,
      y: box.y,
      w,
      h,
      altText: altOf(spec)
    });
  } else addTable(slide, spec, box);
  addSource(slide, sourceText(spec));
  slide.addNotes(notesOf(spec));
}

/** A stand-in of the library, replaced when it is packed: see `finishParts`. */
function addChart(
  {pptx, charts}: Making,
  slide: Slide,
  {
    chart,
    spec,
    box
  }: {chart: NativeChart; spec: FigureSpec; box: {x: number; y: number; w: number; h: number}}
): void {
  charts.push(chart);
  slide.addChart(pptx.ChartType.bar, [{name: "a", labels: ["a"], values: [1]}], {
    ...box,
    altText: altOf(spec),
    objectName: `Graphique ${charts.length}`
  });
}

function addTable(slide: Slide, spec: FigureSpec, box: {x: number; y: number; w: number; h: number}): void {
  const table = tableOf(spec);
  const typesetTable = {
    ...table,
    head: table.head.map(({label, numeric}) => ({label: say(label), numeric})),
    body: table.body.map((row) => row.map(say))
  };
  const {rows, widths, left} = slideTable(typesetTable, box.h - 0.3);
  slide.addTable(rows, {x: box.x, y: box.y, w: box.w, colW: widths, objectName: "Tableau"});
  const words = [...(left === null ? [] : [left]), ...table.signs];
  if (words.length > 0)
    slide.addText(say(words.join(" · ")), {
      ...text,
      x: page.rim,
      y: 6.05,
      w: inner,
      h: 0.22,
      fontSize: 11,
      bold: left !== null,
      color: ink.muted
    });
}

function addSource(slide: Slide, source: string): void {
  if (source === "") return;
  slide.addText(cutText(say(source), 360), {
    ...text,
    x: page.rim,
    y: 6.53,
    w: inner,
    h: 0.4,
    valign: "top",
    fontSize: 9,
    color: ink.muted
  });
}

function altOf(spec: FigureSpec): string {
  return say(spec.alt.trim() === "" ? `${spec.title}. ${spec.subtitle}` : spec.alt);
}

/** What one says of a figure, and what one answers when asked. */
function notesOf(spec: FigureSpec): string {
  const value = spec.kind === "chiffre-cle" ? splitKeyValue(spec) : null;
  const lines = [
    spec.title,
    value === null ? spec.subtitle : `${spec.subtitle} : ${`${value.number} ${value.words}`.trim()}`,
    ...nativeNotes(spec),
    ...(spec.reading === "" ? [] : [`Lecture : ${spec.reading}`]),
    ...spec.limits.map((limit) => `Limite : ${limit}`),
    ...figureMarks(spec),
    ...spec.indicators.map(({title, definition}) => `${title} : ${definition}`),
    ...tellAge(spec),
    ...(spec.sources.length === 0 ? [] : [sourceText(spec)])
  ];
  return [...new Set(lines.map(say))].join("\n");
}

/** Lines by slide, as many as one holds. */
function chunk(
  lines: readonly string[],
  {characters, count}: {characters: number; count: number}
): string[][] {
  const parts: string[][] = [];
  let size = 0;
  for (const line of lines) {
    const last = parts.at(-1);
    if (last === undefined || last.length >= count || size + line.length > characters) {
      parts.push([line]);
      size = line.length;
    } else {
      last.push(line);
      size += line.length;
    }
  }
  return parts;
}

function splitLong(line: string, most: number): string[] {
  if (line.length <= most) return [line];
  const head = line.slice(0, most).replace(/\s+\S*$/, "");
  return [head, ...splitLong(line.slice(head.length).trimStart(), most)];
}

function dataUrl(bytes: Uint8Array, mime: string): string {
  return `${mime};base64,${Buffer.from(bytes).toString("base64")}`;
}
