import {expect, test} from "vitest";
import {formatFrenchSpaces} from "./french-spaces.ts";
import {insertFragments} from "./preview-fragments.ts";

test.each([
  ["Lecture : 12 % ; quoi ? oui !", "Lecture\u00a0: 12\u00a0%\u00a0; quoi\u00a0? oui\u00a0!"],
  ["il dit « non disponible »", "il dit «\u00a0non disponible\u00a0»"],
  ["à 12:30, rien", "à 12:30, rien"]
])("%s", (typed, shown) => {
  expect(formatFrenchSpaces(typed)).toBe(shown);
});

test("the preview takes a figure from the composed page, and leaves a placeholder it does not find", () => {
  const composed = "a<!--figure:x--><figure><svg></svg></figure><!--/figure:x-->b";
  const shell = '<figure data-figure="x"></figure><div data-bloc="y"></div>';
  expect(insertFragments(shell, composed)).toBe('<figure><svg></svg></figure><div data-bloc="y"></div>');
});
