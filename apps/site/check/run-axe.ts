import axe from "axe-core";
import type {Page} from "puppeteer-core";
import type {PageFault} from "./page-rules.ts";

const tags = ["RGAAv4", "wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"];

/** Runs axe in the page as it stands. Its own texts stay in English: they are what one searches for. */
export async function runAxe(tab: Page, configuration: string): Promise<PageFault[]> {
  const loaded = await tab.evaluate(() => "axe" in window);
  if (!loaded) await tab.evaluate(axe.source);
  const violations = await tab.evaluate(async (values) => {
    const {violations} = await (window as unknown as {axe: typeof axe}).axe.run(document, {
      runOnly: {type: "tag", values},
      resultTypes: ["violations"]
    });
    return violations.map(({id, help, nodes}) => ({
      id,
      help,
      nodes: nodes.length,
      first: nodes[0]?.html.slice(0, 160) ?? "",
      summary: nodes[0]?.failureSummary ?? ""
    }));
  }, tags);
  return violations.map(({id, help, nodes, first, summary}) => [
    "accessibilité",
    `${id} (${configuration}, ${nodes} fois) : ${help} — ${first} — ${summary.replace(/\s+/g, " ").slice(0, 240)}`
  ]);
}
