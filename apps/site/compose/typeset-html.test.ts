import {expect, test} from "vitest";
import {typesetHtml} from "./typeset-html.ts";

test("texts are spaced, also after an element and in attributes; code is not", () => {
  expect(typesetHtml('<p title="a : b"><b>Un</b> : « 12 % »<code>a : b</code> ?</p>')).toBe(
    '<p title="a\u00a0: b"><b>Un</b>\u00a0: «\u00a012\u00a0%\u00a0»<code>a : b</code>\u00a0?</p>'
  );
});
