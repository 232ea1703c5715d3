import {HtmlValidate} from "html-validate";
import type {PageFault} from "./page-rules.ts";

const validator = new HtmlValidate({
  extends: ["html-validate:standard"],
  rules: {
    "long-title": "off",
    "no-trailing-whitespace": "off",
    "no-raw-characters": "off",
    "no-inline-style": "off",
    "require-sri": "off",
    "void-style": "off",
    "attribute-boolean-style": "off",
    "attribute-empty-style": "off",
    "doctype-style": "off",
    "script-type": "off",
    "svg-focusable": "off",
    "prefer-native-element": "off",
    "no-redundant-role": "off",
    "no-unknown-elements": "off",
    "prefer-tbody": "off",
    "valid-id": ["error", {relaxed: true}]
  }
});

/** Errors of the HTML standard in one page, without the rules of taste. */
export async function validateHtml(html: string): Promise<PageFault[]> {
  const report = await validator.validateString(html);
  return report.results.flatMap(({messages}) =>
    messages.map(({line, ruleId, message}): PageFault => ["html", `ligne ${line}, ${ruleId} : ${message}`])
  );
}
