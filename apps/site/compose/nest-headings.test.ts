import {expect, test} from "vitest";
import {nestHeadings} from "./nest-headings.ts";

test("a figure stands one level below its section", () => {
  const figure = '<h3 class="figure-title" id="a">Constat</h3>';
  expect(nestHeadings(`<h2>Un</h2>${figure}<h3 id="b">Deux</h3>${figure}<h2>Trois</h2>${figure}`)).toBe(
    `<h2>Un</h2>${figure}<h3 id="b">Deux</h3><h4 class="figure-title" id="a">Constat</h4><h2>Trois</h2>${figure}`
  );
});
