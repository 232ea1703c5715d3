import readXlsx, {readSheet} from "read-excel-file/node";
import {describe, expect, it} from "vitest";
import {makeIndicatorsXlsx} from "../src/index.ts";
import {actions, barres, dossier, hostile, hostileTexts, section} from "./fixtures.ts";
import {readOffice, xmlOf} from "./read-office.ts";

const sheetsOf = async (model: Parameters<typeof makeIndicatorsXlsx>[0]) =>
  readXlsx(Buffer.from((await makeIndicatorsXlsx(model)).bytes));

describe("makeIndicatorsXlsx", () => {
  it("has a sheet for each theme, then the metadata", async () => {
    const {name} = await makeIndicatorsXlsx(dossier);
    expect(name).toBe("indicateurs.xlsx");
    expect((await sheetsOf(dossier)).map(({sheet}) => sheet)).toEqual([
      "Territoire",
      "Emploi",
      "Programme",
      "Métadonnées"
    ]);
  });

  it("writes typed cells with the raw values, the unit and the statut", async () => {
    const {bytes} = await makeIndicatorsXlsx({...dossier, sections: [section({id: "s", figures: [barres]})]});
    const rows = await readSheet(Buffer.from(bytes), "Emploi");
    const head = rows.findIndex((row) => row[0] === "Territoire");
    expect(rows[head - 3]?.[0]).toBe(barres.title);
    expect(rows[head]?.slice(0, 6)).toEqual([
      "Territoire",
      "Part de l’industrie",
      "Rôle",
      "Unité",
      "Statut",
      "Nature"
    ]);
    expect(rows[head + 3]?.slice(0, 6)).toEqual([
      "Nord Est 77 – Meaux",
      12.4375,
      "territoire",
      "en %",
      "valeur connue",
      "simulée"
    ]);
    expect(rows[head + 4]?.slice(0, 6)).toEqual([
      "Zone d’emploi de Meaux",
      null,
      "pair",
      "en %",
      "secret statistique",
      "simulée"
    ]);
  });

  it("writes dates as dates and keeps numbers whole", async () => {
    const {bytes} = await makeIndicatorsXlsx({
      ...dossier,
      sections: [section({id: "s", figures: [actions]})]
    });
    const rows = await readSheet(Buffer.from(bytes), "Emploi");
    const first = rows.findIndex((row) => row[0] === "A2");
    expect(rows[first]?.[3]).toEqual(new Date(Date.UTC(2026, 1, 15)));
    expect(rows[first]?.[4]).toBeNull();
    expect(rows[first + 2]?.slice(4, 7)).toEqual([null, 123.75, 77_501.5]);
    expect(rows[first]?.[7]).toBe("Retard : jours ; Foncier : m² par emploi ; Prévu : €");
  });

  it("says where each figure comes from", async () => {
    const sheets = await sheetsOf(dossier);
    const [head, ...rows] = sheets.at(-1)!.data;
    const figures = dossier.sections.flatMap(({figures}) => figures);
    expect(rows).toHaveLength(figures.length);
    const row = Object.fromEntries((head ?? []).map((label, index) => [String(label), rows[2]?.[index]]));
    expect(row).toMatchObject({
      Figure: barres.id,
      Thème: "Emploi",
      Indicateur: "effectif_prive",
      "Requête SQL": "packages/indicators/models/indicator/effectif_prive.sql",
      Millésime: "2006-2024",
      "Collecté le": new Date(Date.UTC(2026, 10, 3)),
      "Empreinte sha256": barres.sources[0]?.sha256,
      Nature: "réelle",
      Statut: "valeur connue"
    });
  });

  it("holds no formula, whatever the texts, and gives sheets names that Excel takes", async () => {
    const {bytes} = await makeIndicatorsXlsx(hostile);
    const parts = readOffice(bytes);
    const sheets = Object.keys(parts).filter((name) => name.startsWith("xl/worksheets/sheet"));
    for (const sheet of sheets) expect(xmlOf(parts, sheet)).not.toMatch(/<f[ >]/);
    expect(Object.keys(parts).some((name) => /externalLink|vba|connections/.test(name))).toBe(false);
    const [first] = await sheetsOf(hostile);
    expect(first?.sheet).toBe("=1+1 a");
    const texts = first!.data.map(([cell]) => cell);
    for (const one of hostileTexts) expect(texts).toContain(one);
  });

  it("gives the same bytes for the same model", async () => {
    const [first, second] = [
      await makeIndicatorsXlsx(dossier),
      await makeIndicatorsXlsx(structuredClone(dossier))
    ];
    expect(Buffer.compare(first.bytes, second.bytes)).toBe(0);
  });

  it("refuses what Excel cannot hold, in a sentence", async () => {
    const row = {territoire: "a", part: 1, role: "pair"};
    const huge = {...barres, rows: Array.from({length: 1_048_576}, () => row)};
    await expect(
      makeIndicatorsXlsx({...dossier, sections: [section({id: "s", figures: [huge]})]})
    ).rejects.toThrow(/feuille « Emploi ».*1.048.576 lignes/s);
  });

  it("writes once a figure shown twice, and tells apart two themes that Excel would confuse", async () => {
    const twice = {
      ...dossier,
      sections: [
        section({id: "a", theme: "Emploi", figures: [barres]}),
        section({id: "b", theme: "EMPLOI", figures: [actions, barres]}),
        section({
          id: "c",
          theme: "Un thème dont le nom est beaucoup trop long pour Excel",
          figures: [{...barres, id: "x"}]
        })
      ]
    };
    const sheets = await sheetsOf(twice);
    expect(sheets.map(({sheet}) => sheet)).toEqual([
      "Emploi",
      "EMPLOI (2)",
      "Un thème dont le nom est beauco",
      "Métadonnées"
    ]);
    expect(sheets.flatMap(({data}) => data).filter(([cell]) => cell === barres.title)).toHaveLength(2);
  });
});
