import {createHash} from "node:crypto";
import Papa from "papaparse";
import {describe, expect, it} from "vitest";
import {makeCsvFiles, makeFigureFiles} from "../src/index.ts";
import {drawable, printable} from "../src/printable.ts";
import {actions, barres, carte, cle, dossier, hostileBars, section, vide} from "./fixtures.ts";

const decode = (bytes: Uint8Array) => new TextDecoder("utf-8", {ignoreBOM: true}).decode(bytes);

describe("makeCsvFiles", () => {
  const files = makeCsvFiles(dossier);
  const file = (name: string) => files.find((one) => one.name === name)!;

  it("gives two files for each figure and their description", () => {
    const figures = dossier.sections.flatMap(({figures}) => figures);
    expect(files).toHaveLength(2 * figures.length + 1);
    expect(files.at(-1)?.name).toBe("datapackage.json");
    expect(decode(file("emploi-part-industrie.csv").bytes)).toContain(
      "Nord Est 77 – Meaux,12.4375,territoire,connu,simulee"
    );
    const french = decode(file("emploi-part-industrie-excel.csv").bytes);
    expect(french.startsWith("\ufeff")).toBe(true);
    expect(french).toContain("Nord Est 77 – Meaux;12,4375;territoire;connu;simulee");
  });

  it("describes each file as it is", () => {
    const {resources, created} = JSON.parse(decode(file("datapackage.json").bytes));
    expect(created).toBe("2026-11-24");
    expect(resources).toHaveLength(files.length - 1);
    for (const resource of resources) {
      const {bytes} = file(resource.path);
      expect(resource.bytes).toBe(bytes.length);
      expect(resource.hash).toBe(`sha256:${createHash("sha256").update(bytes).digest("hex")}`);
      const parsed = Papa.parse<string[]>(decode(bytes).replace(/^\ufeff/, ""), {
        delimiter: resource.dialect.delimiter
      });
      expect(resource.schema.fields.map(({name}: {name: string}) => name)).toEqual(parsed.data[0]);
      expect(resource.sources[0].sha256).toMatch(/^[0-9a-f]{64}$/);
    }
    expect(resources[4].schema.fields[1]).toMatchObject({name: "part", type: "number", unit: "en %"});
  });

  it("gives once a figure shown twice", () => {
    const twice = {
      ...dossier,
      sections: [section({id: "a", figures: [barres]}), section({id: "b", figures: [barres]})]
    };
    expect(makeCsvFiles(twice)).toHaveLength(3);
  });
});

describe("makeFigureFiles", () => {
  it("draws a figure with its title, its source and its mark, as SVG and PNG", () => {
    const [svg, png] = makeFigureFiles(barres);
    expect([svg?.name, png?.name]).toEqual(["emploi-part-industrie.svg", "emploi-part-industrie.png"]);
    const markup = decode(svg!.bytes);
    expect(markup).toContain("Urssaf");
    expect(markup).toContain("Données simulées");
    expect(markup).not.toContain("var(--");
    const view = new DataView(png!.bytes.buffer, png!.bytes.byteOffset);
    expect(view.getUint32(0)).toBe(0x89504e47);
    expect(view.getUint32(16)).toBe(1520);
  });

  it("draws maps and key figures, and nothing for tables and empty figures", () => {
    expect(makeFigureFiles(carte)).toHaveLength(2);
    expect(makeFigureFiles(cle("cle", 12))).toHaveLength(2);
    expect(makeFigureFiles(actions)).toEqual([]);
    expect(makeFigureFiles(vide)).toEqual([]);
    expect(makeFigureFiles({...barres, empty: "Rien."})).toEqual([]);
  });

  it("gives the same bytes twice, and takes hostile texts", () => {
    const [first, second] = [
      makeFigureFiles(structuredClone(barres)),
      makeFigureFiles(structuredClone(barres))
    ];
    expect(Buffer.compare(first[1]!.bytes, second[1]!.bytes)).toBe(0);
    expect(decode(makeFigureFiles(hostileBars)[0]!.bytes)).not.toContain("<script");
  });
});

describe("printable", () => {
  it("spaces French signs without letting them alone on a line", () => {
    expect(printable("Quoi ? Oui ; « bien » : 12 %")).toBe(
      "Quoi\u202f? Oui\u202f; «\u00a0bien\u00a0»\u00a0: 12\u00a0%"
    );
  });

  it("replaces what the font does not draw, and keeps what it does", () => {
    expect(drawable("é œ Œ € – — … ≥ ≤ − × ÷ ▲ ■ ← →")).toBe("é œ Œ € – — … ≥ ≤ − × ÷ ▲ ■ ← →");
    expect(printable("fête 🎉 漢")).toMatch(/^fête [□?] [□?]$/);
    expect(printable("e\u0301te\u0301")).toBe("été");
    expect(printable("a\u0000\nb")).toBe("a b");
  });
});
