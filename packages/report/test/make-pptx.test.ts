import {readSheet} from "read-excel-file/node";
import {describe, expect, it} from "vitest";
import {type DocumentModel, makePptx} from "../src/index.ts";
import {
  actions,
  barres,
  carte,
  cascade,
  cle,
  dossier,
  hostile,
  hostileTexts,
  puces,
  section
} from "./fixtures.ts";
import {readOffice, readSeries, textRuns, xmlOf} from "./read-office.ts";

async function partsOf(model: DocumentModel) {
  return readOffice((await makePptx(model)).bytes);
}

const slidesOf = (parts: Record<string, Uint8Array>) =>
  Object.keys(parts)
    .filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name))
    .sort((a, b) => Number(/\d+/.exec(a)) - Number(/\d+/.exec(b)));

const chartsOf = (parts: Record<string, Uint8Array>) =>
  Object.keys(parts)
    .filter((name) => /^ppt\/charts\/chart\d+\.xml$/.test(name))
    .sort((a, b) => Number(/\d+/.exec(a)) - Number(/\d+/.exec(b)))
    .map((name) => xmlOf(parts, name));

const only = (figures: DocumentModel["sections"][number]["figures"]): DocumentModel => ({
  ...dossier,
  sections: [section({id: "s", title: "Emploi", figures})]
});

describe("makePptx", () => {
  it("has a cover, a summary, and a slide for each figure, key figures together", async () => {
    const {name, bytes} = await makePptx(dossier);
    expect(name).toBe("dossier-comite.pptx");
    const parts = readOffice(bytes);
    // Cover, summary, two sections that say something, one slide of key figures, nine figures.
    expect(slidesOf(parts)).toHaveLength(14);
    const titles = slidesOf(parts).map((slide) => textRuns(xmlOf(parts, slide)).join("|"));
    expect(titles[0]).toContain(dossier.title);
    expect(titles[1]).toContain("À retenir");
    expect(titles[3]).toContain("30\u202f214");
    expect(titles[4]).toContain("L’industrie pèse 12,4\u00a0% des emplois privés");
  });

  it("gives the same bytes for the same model, whatever was made before", async () => {
    const first = await makePptx(dossier);
    await makePptx(only([cascade]));
    const second = await makePptx(structuredClone(dossier));
    expect(Buffer.compare(first.bytes, second.bytes)).toBe(0);
  });

  it("is dated by the model", async () => {
    const core = xmlOf(await partsOf(dossier), "docProps/core.xml");
    expect(core.match(/2026-11-24T00:00:00Z/g)).toHaveLength(2);
    expect(core).toContain("Pays de Meaux");
  });

  it("draws native charts with the raw values, gaps where a value is absent", async () => {
    const charts = chartsOf(await partsOf(dossier)).map(readSeries);
    expect(charts).toHaveLength(6);
    const [bars, lines, cloud, steps, bounds, columns] = charts;
    expect(bars).toEqual([
      {
        name: "Part de l’industrie",
        categories: ["France", "Nord Est 77 – Meaux", "Seine-et-Marne", "Zone d’emploi de Meaux (s)"],
        values: [14.52, 12.4375, 10.8712, null]
      }
    ]);
    expect(lines).toEqual([
      {
        name: "Nord Est 77 – Meaux",
        categories: ["2020", "2021", "2022", "2023", "2024"],
        values: [100, 98.61, null, 96.19, 96.12]
      },
      {
        name: "France",
        categories: ["2020", "2021", "2022", "2023", "2024"],
        values: [100, 101.43, 103.31, 105.24, 110.61]
      }
    ]);
    expect(cloud?.map(({values}) => values)).toEqual([[2.9, -1.4], [-4.8]]);
    expect(steps?.[0]?.values).toEqual([3210, -940, -3450, -1180]);
    expect(bounds?.map(({values}) => values)).toEqual([
      [4, 18],
      [9, null]
    ]);
    expect(columns?.map(({name, values}) => [name, values])).toEqual([
      ["Activité", [6.74, 5.74, 4.74]],
      ["Habitat", [7.41, 6.41, 5.41]]
    ]);
  });

  it("puts the same values in the workbook that one edits", async () => {
    const parts = await partsOf(only([barres]));
    const workbook = parts["ppt/embeddings/Microsoft_Excel_Worksheet1.xlsx"]!;
    readOffice(workbook);
    expect(await readSheet(Buffer.from(workbook))).toEqual([
      [null, "Part de l’industrie"],
      ["France", 14.52],
      ["Nord Est 77 – Meaux", 12.4375],
      ["Seine-et-Marne", 10.8712],
      ["Zone d’emploi de Meaux (s)", null]
    ]);
    const chart = chartsOf(parts)[0] ?? "";
    expect(chart).toContain(`<c:lang val="fr-FR"/>`);
    expect(chart).toContain(`[$-40C]#,##0.0&quot;\u00a0%&quot;`);
  });

  it("carries sources, reading and limits in the notes", async () => {
    const parts = await partsOf(only([barres, actions]));
    const notes = Object.keys(parts)
      .filter((name) => /^ppt\/notesSlides\/notesSlide\d+\.xml$/.test(name))
      .map((name) => textRuns(xmlOf(parts, name)).join("\n"));
    const about = notes.filter((text) => text.includes("Urssaf, Établissements et effectifs salariés"));
    expect(about).toHaveLength(2);
    for (const text of about) {
      expect(text).toContain("2006-2024, collecté le 3\u00a0novembre 2026");
      expect(text).toContain("Limite\u00a0: L’intérim est compté au lieu de l’agence.");
      expect(text).toContain("Lecture\u00a0: au 31 décembre 2024");
    }
    expect(about.some((text) => text.includes("Données simulées"))).toBe(true);
  });

  it("shows ten rows of a table and says how many are left", async () => {
    const parts = await partsOf(only([actions]));
    const slide = xmlOf(parts, slidesOf(parts).at(-1)!);
    const rows = slide.match(/<a:tr /g)?.length ?? 0;
    expect(rows).toBeGreaterThan(5);
    expect(rows).toBeLessThan(12);
    expect(textRuns(slide).join("|")).toContain(`${34 - (rows - 1)} lignes de plus`);
    expect(textRuns(slide)).toContain("40\u202f000\u00a0€");
  });

  it("says on every slide that it is restricted and simulated, and describes its pictures", async () => {
    const parts = await partsOf(dossier);
    for (const name of slidesOf(parts).slice(1)) {
      const layout = /slideLayouts\/(slideLayout\d+\.xml)/.exec(
        xmlOf(parts, `${name.replace("slides/", "slides/_rels/")}.rels`)
      );
      const runs = textRuns(xmlOf(parts, `ppt/slideLayouts/${layout?.[1]}`)).join("|");
      expect(runs).toContain("Diffusion restreinte · Données en partie simulées");
    }
    const cover = textRuns(xmlOf(parts, slidesOf(parts)[0]!)).join("|");
    expect(cover).toContain("Diffusion restreinte · Données en partie simulées");
    const all = slidesOf(parts)
      .map((name) => xmlOf(parts, name))
      .join("");
    const pictures = [
      ...all.matchAll(/<(?:p:pic|p:graphicFrame)>.*?<p:cNvPr [^>]*?(descr="([^"]*)")?\/?>/gs)
    ];
    expect(pictures.length).toBeGreaterThan(7);
    expect(all).toContain(`descr="Logo\u00a0: Pays de Meaux"`);
    expect(all).toContain("Barres de la part de l’industrie par territoire.");
  });

  it("shows maps and budgets as described pictures", async () => {
    const parts = await partsOf({...only([carte, puces]), logos: []});
    expect(Object.keys(parts).filter((name) => /^ppt\/media\/.*\.png$/.test(name))).toHaveLength(2);
    expect(chartsOf(parts)).toHaveLength(0);
    expect(xmlOf(parts, slidesOf(parts).at(-1)!)).toContain(`descr="Trois barres emboîtées par axe."`);
  });

  it("puts key figures six to a slide", async () => {
    const parts = await partsOf(
      only(Array.from({length: 8}, (_, index) => cle(`cle-${index}`, 1000 + index)))
    );
    expect(slidesOf(parts)).toHaveLength(4);
  });

  it("prints hostile texts as they are, in texts, tables, charts and notes", async () => {
    const parts = await partsOf(hostile);
    const shown = slidesOf(parts)
      .flatMap((name) => textRuns(xmlOf(parts, name)))
      .join("\n")
      .replaceAll("\u202f", " ")
      .replaceAll("\u00a0", " ");
    for (const one of hostileTexts) expect(shown).toContain(one);
    const [series] = readSeries(chartsOf(parts)[0] ?? "");
    expect(series?.categories).toEqual([...hostileTexts].reverse());
    const workbook = readOffice(parts["ppt/embeddings/Microsoft_Excel_Worksheet1.xlsx"]!);
    expect(Object.keys(workbook).some((name) => /externalLink|vba/.test(name))).toBe(false);
    expect(xmlOf(workbook, "xl/worksheets/sheet1.xml")).not.toContain("<f>");
  });

  it("makes a deck of nothing", async () => {
    await partsOf({...dossier, summary: [], sections: [], logos: [], address: null, edition: null});
  });
});
