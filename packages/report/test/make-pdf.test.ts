import {keyValue} from "@observatoire/charts";
import {describe, expect, it} from "vitest";
import {tableOf} from "../src/figure-table.ts";
import {type DocumentModel, makeFigureFiles, makeIndicatorsXlsx, makePdf, makePptx} from "../src/index.ts";
import {printable} from "../src/printable.ts";
import {actions, barres, cle, dossier, hostile, hostileTexts, lignes, note, section} from "./fixtures.ts";
import {readOffice} from "./read-office.ts";
import {readPdf, squeeze} from "./read-pdf.ts";

const latin = (bytes: Uint8Array) => Buffer.from(bytes).toString("latin1");

/** Every value that a figure of the document prints. */
function valuesOf({sections}: DocumentModel): string[] {
  return sections
    .flatMap(({figures}) => figures)
    .flatMap((figure) => [
      ...(figure.empty === null ? tableOf(figure).body.flat() : [figure.empty]),
      ...(figure.kind === "chiffre-cle" ? [keyValue(figure)] : [])
    ]);
}

describe("makePdf", () => {
  it("makes a tagged PDF/UA-1 in French, with its title, author and date", async () => {
    const {name, bytes} = await makePdf(dossier);
    expect(name).toBe("dossier-comite.pdf");
    const raw = latin(bytes);
    expect(raw.slice(0, 5)).toBe("%PDF-");
    expect(raw).toContain("<pdfuaid:part>1</pdfuaid:part>");
    expect(raw).toMatch(/\/Lang \(fr\)/);
    expect(raw).toContain("/CreationDate (D:20261124");
    expect(raw).toContain("Pays de Meaux");
    const {title, marked} = await readPdf(bytes);
    expect(title).toBe("Comité de pilotage Territoires d’industrie, Nord Est 77 – Meaux (Dossier de séance)");
    expect(marked).toBe(true);
  });

  it("embeds no font but that of the documents", async () => {
    const raw = latin((await makePdf(dossier)).bytes);
    const fonts = [...raw.matchAll(/\/FontName \/[A-Z]{6}\+([\w-]+)/g)].map(([, font]) => font);
    expect(new Set(fonts)).toEqual(
      new Set(["SourceSans3-Regular", "SourceSans3-SemiBold", "SourceSans3-Bold"])
    );
  });

  it("gives the same bytes for the same model", async () => {
    const [first, second] = [await makePdf(dossier), await makePdf(structuredClone(dossier))];
    expect(Buffer.compare(first.bytes, second.bytes)).toBe(0);
  });

  it("prints every value of the model, formatted as on the site", async () => {
    const {text} = await readPdf((await makePdf(dossier)).bytes);
    const missing = valuesOf(dossier).filter((value) => !text.includes(squeeze(printable(value))));
    expect(valuesOf(dossier).length).toBeGreaterThan(300);
    expect(missing).toEqual([]);
    expect(text).toContain(squeeze("12,4 %"));
    expect(text).toContain(squeeze("30 214"));
  });

  it("says on every page what it is and that it is restricted and simulated", async () => {
    const {pages} = await readPdf((await makePdf(dossier)).bytes);
    expect(pages.length).toBeGreaterThan(5);
    for (const [index, page] of pages.entries()) {
      expect(page).toContain(squeeze("Diffusion restreinte"));
      expect(page).toContain(squeeze("Données en partie simulées"));
      expect(page).toContain(squeeze("24 novembre 2026"));
      expect(page).toContain(squeeze(dossier.title));
      expect(page).toContain(`${index + 1}/${pages.length}`);
    }
  });

  it("says neither when the document is open and real", async () => {
    const open = {
      ...dossier,
      restricted: false,
      simulated: false,
      sections: [section({id: "a", text: ["Rien."]})]
    };
    const {text} = await readPdf((await makePdf(open)).bytes);
    expect(text).not.toContain(squeeze("Diffusion restreinte"));
    expect(text).not.toContain(squeeze("simulées"));
  });

  it("gives the source, the limits and the comments", async () => {
    const {text} = await readPdf((await makePdf(dossier)).bytes);
    expect(text).toContain(squeeze("Urssaf, Établissements et effectifs salariés"));
    expect(text).toContain(squeeze("L’intérim est compté au lieu de l’agence."));
    expect(text).toContain(squeeze("Le recensement a pris deux mois de retard."));
    expect(text).toContain(squeeze("M. Durand, 2 novembre 2026"));
  });

  it("holds a brief on one page, whatever it says", async () => {
    const long: DocumentModel = {
      ...note,
      summary: Array.from(
        {length: 9},
        (_, index) => `Constat ${index}. ${"Une phrase qui dit quelque chose. ".repeat(9)}`
      ),
      sections: [section({...note.sections[0]!, text: ["Encore un paragraphe. ".repeat(40)]})]
    };
    const endless = {...note, summary: ["Une phrase qui dit quelque chose. ".repeat(900)]};
    const bare = {...note, summary: [], sections: []};
    for (const model of [note, long, endless, bare]) {
      const {pages, text} = await readPdf((await makePdf(model)).bytes);
      expect(pages).toHaveLength(1);
      expect(text).toContain(squeeze("Axe foncier"));
    }
    expect((await readPdf((await makePdf(endless)).bytes)).text).toContain(squeeze("Note abrégée"));
    const {text} = await readPdf((await makePdf(note)).bytes);
    expect(text).not.toContain(squeeze("Note abrégée"));
    for (const value of ["1 204", "2 308", "3 412", "4 516", "12,4 %", "14,5 %"])
      expect(text).toContain(squeeze(value));
  });

  it("prints hostile texts as they are", async () => {
    const {bytes} = await makePdf(hostile);
    const {text} = await readPdf(bytes);
    for (const one of hostileTexts) expect(text).toContain(squeeze(printable(one)));
    expect(text).toContain(squeeze("contrôle et"));
    expect(latin(bytes)).not.toMatch(/\/JavaScript|\/JS |javascript:/);
  });

  it("makes a document of nothing, and of a title longer than a page", async () => {
    await makePdf({
      ...dossier,
      title: "x",
      summary: [],
      sections: [],
      logos: [],
      address: null,
      edition: null
    });
    const long = "Un mot après l’autre ".repeat(300);
    await makePdf({
      ...dossier,
      title: long.slice(0, 1500),
      sections: [
        section({id: "l", title: long, figures: [{...barres, title: long, limits: [long], reading: long}]})
      ]
    });
  });

  it("makes figures that hold nothing to print", async () => {
    const bare = [
      {...actions, columns: [], id: "sans-colonne"},
      {...actions, rows: [], id: "sans-ligne"},
      {...barres, rows: [], id: "sans-barre"},
      {
        ...lignes,
        id: "sans-valeur",
        rows: lignes.rows.map((row) => ({...row, indice: null, statut: "secret" as const}))
      },
      {...barres, alt: "", title: "", subtitle: "", reading: "", limits: [], sources: [], id: "muette"}
    ];
    const model = {...dossier, sections: [section({id: "b", title: "", figures: bare})]};
    await makePdf(model);
    await makePdf({...model, genre: note.genre, title: " ", territoire: "", publisher: "", summary: [""]});
    readOffice((await makePptx(model)).bytes);
    await makeIndicatorsXlsx(model);
    for (const figure of bare) makeFigureFiles(figure);
  });

  it("prints a table of many columns on the long side of the sheet", async () => {
    const columns = Array.from({length: 12}, (_, index) => ({
      name: `c${index}`,
      label: `Colonne ${index}`,
      type: "texte" as const
    }));
    const row = Object.fromEntries(columns.map(({name}) => [name, `valeur ${name}`]));
    const wide = {...barres, kind: "table" as const, columns, rows: [row, row]};
    const raw = latin((await makePdf({...dossier, sections: [section({id: "w", figures: [wide]})]})).bytes);
    expect(raw).toMatch(/\/MediaBox \[0 0 841\.\d+ 595\.\d+\]/);
  });

  it("says which logo is broken", async () => {
    const logos = [{name: "Agglo", format: "png" as const, bytes: new Uint8Array([1, 2, 3])}];
    await expect(makePdf({...dossier, logos})).rejects.toThrow(/logo « Agglo ».*image png/);
  });

  it("keeps no value of the document made before", async () => {
    const one = await readPdf(
      (await makePdf({...note, sections: [section({id: "s", figures: [cle("a", 1111)]})]})).bytes
    );
    const two = await readPdf(
      (await makePdf({...note, sections: [section({id: "s", figures: [cle("a", 2222)]})]})).bytes
    );
    expect(one.text).toContain("1111");
    expect(two.text).toContain("2222");
    expect(two.text).not.toContain("1111");
  });
});
