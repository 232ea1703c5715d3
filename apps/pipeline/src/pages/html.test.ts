import {expect, test} from "vitest";
import {html} from "./html.ts";

test("values are escaped, templates and lists of templates are not", () => {
  const items = ["a<b", "c"].map((text) => html`<li>${text}</li>`);
  expect(html`<ul title="${'"'}">${items}${null}</ul>`.html).toBe(
    '<ul title="&quot;"><li>a&lt;b</li><li>c</li></ul>'
  );
});
