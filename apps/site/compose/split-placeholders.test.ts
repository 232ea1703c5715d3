import {expect, test} from "vitest";
import {splitPlaceholders} from "./split-placeholders.ts";

test("cuts at the placeholders and keeps the rest as it is", () => {
  expect(
    splitPlaceholders(
      '<p>a <span data-valeur="nom"></span></p>\n<figure data-figure="x-1"></figure><div data-bloc="y"> </div>z'
    )
  ).toEqual([
    "<p>a ",
    {kind: "valeur", id: "nom"},
    "</p>\n",
    {kind: "figure", id: "x-1"},
    {kind: "bloc", id: "y"},
    "z"
  ]);
});

test("a figure with something in it is no placeholder", () => {
  const html = '<figure data-figure="x"><p>a</p></figure>';
  expect(splitPlaceholders(html)).toEqual([html]);
});
