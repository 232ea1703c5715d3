import {expect, test} from "vitest";
import {markHiddenLinks} from "./mark-hidden-links.ts";

test.each([
  [
    '<a href="../telecharger/non-indexable/prix.csv" download>',
    '<a href="../telecharger/non-indexable/prix.csv" download rel="nofollow">'
  ],
  [
    '<a rel="license" href="./telecharger/non-indexable/a.json">',
    '<a rel="nofollow license" href="./telecharger/non-indexable/a.json">'
  ],
  [
    '<a href="./telecharger/non-indexable/a.json" rel="nofollow">',
    '<a href="./telecharger/non-indexable/a.json" rel="nofollow">'
  ],
  ['<a href="./telecharger/emploi.csv" download>', '<a href="./telecharger/emploi.csv" download>']
])("%s", (html, expected) => {
  expect(markHiddenLinks(html)).toBe(expected);
});
