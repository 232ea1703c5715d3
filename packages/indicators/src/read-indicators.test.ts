import {existsSync} from "node:fs";
import {join} from "node:path";
import {expect, test} from "vitest";
import {indicatorFolder} from "./folders.ts";
import {indicators} from "./read-indicators.ts";

test("une déclaration n'est que des données", () => {
  for (const indicator of indicators) expect(JSON.parse(JSON.stringify(indicator))).toEqual(indicator);
});

test("chaque indicateur a ses trois fichiers", () => {
  const missing = indicators
    .flatMap(({id}) => [`${id}.sql`, `${id}.ts`, `${id}.test.ts`])
    .filter((name) => !existsSync(join(indicatorFolder, name)));
  expect(missing).toEqual([]);
});

test("une phrase de lecture ne cite que des mots connus, et les signes doubles sont précédés d'une espace insécable", () => {
  for (const {reading, definition, limits} of indicators) {
    const words = [...reading.matchAll(/\{(\w+)\}/g)].map(([, word]) => word);
    expect(["territoire", "valeur", "periode", "modalite", "reference"]).toEqual(
      expect.arrayContaining(words)
    );
    expect([reading, definition, ...limits].filter((text) => / [:;?!%»]|« /.test(text))).toEqual([]);
  }
});
