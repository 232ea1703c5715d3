import {expect, test} from "vitest";
import {resolveLinks, resolvePath} from "./resolve-path.ts";

const pages = new Set(["index", "emploi", "territoires/index", "territoires/commune-77284"]);
const isPage = (path: string) => pages.has(path);

test.each([
  ["emploi", "index", "./index.html"],
  ["emploi", "territoires/commune-77284", "./territoires/commune-77284.html"],
  ["territoires/commune-77284", "emploi", "../emploi.html"]
])("from %s to %s", (from, to, expected) => {
  expect(resolvePath(from, to)).toBe(expected);
});

test.each([
  ['<a href="/emploi#x">', '<a href="../emploi.html#x">'],
  ['<a href="/territoires/">', '<a href="../territoires/index.html">'],
  ['<a href="/">', '<a href="../index.html">'],
  ['<a download href="/telechargements/a.csv">', '<a download href="../telechargements/a.csv">'],
  ['<a href="//autre.fr/x">', '<a href="//autre.fr/x">'],
  ['<a href="https://insee.fr/x">', '<a href="https://insee.fr/x">'],
  ['<a href="#ici">', '<a href="#ici">']
])("%s in a territory page", (html, expected) => {
  expect(resolveLinks(html, "territoires/commune-77284", isPage)).toBe(expected);
});
