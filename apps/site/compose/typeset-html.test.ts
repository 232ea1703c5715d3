import {expect, test} from "vitest";
import {typesetHtml} from "./typeset-html.ts";

test("dates are kept whole, apostrophes are curved even when escaped", () => {
  expect(
    typesetHtml("<p>d&#39;un 1er janvier 2021 au 31\u00a0décembre 2025, en mai 2026, 12 maisons</p>")
  ).toBe("<p>d’un 1er\u00a0janvier\u00a02021 au 31\u00a0décembre\u00a02025, en mai 2026, 12 maisons</p>");
});

test("texts are spaced, also after an element and in attributes; code is not", () => {
  expect(typesetHtml('<p title="a : b"><b>Un</b> : « 12 % »<code>a : b</code> ?</p>')).toBe(
    '<p title="a\u00a0: b"><b>Un</b>\u00a0: «\u00a012\u00a0%\u00a0»<code>a : b</code>\u00a0?</p>'
  );
});
