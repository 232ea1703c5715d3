import {readFileSync} from "node:fs";
import {join} from "node:path";
import {unzipSync} from "fflate";
import {filesIn} from "./hashes-in.ts";
import type {Place} from "./observe-state.ts";
import {planVersionsIn} from "./versioned-plan.ts";

/** Pages and files that must tell the plan in each of the two sites. */
const required = [
  "programme/index.html",
  "programme/axe-innovation.html",
  "programme/action-a-atelier.html",
  "telecharger/programme/actions.csv",
  "telecharger/programme/plan.xlsx",
  "telecharger/figures/programme-calendrier.csv"
];
const requiredOfCommittee = [...required, "programme/action-a-halle.html"];

/** The version told by each page and file of a site that names the plan. What is reserved is nowhere in everybody's. */
export function readPlanVersions(run: string, site: "site" | "site-comite"): Place[] {
  const folder = join(run, site);
  const places = filesIn(folder)
    .filter((path) => !path.startsWith("seances/") && /\.(html|csv|json|svg|xlsx)$/.test(path))
    .flatMap((path) => {
      const text = readText(join(folder, path));
      const reserved = planVersionsIn(text, "comite");
      if (site === "site" && reserved.length > 0)
        throw new Error(`${path} montre à tous une action réservée`);
      return [...new Set([...planVersionsIn(text, "public"), ...reserved])].map((version) => ({
        place: `${site}/${path} (plan ${version})`,
        path,
        version
      }));
    });
  const missing = (site === "site" ? required : requiredOfCommittee).filter(
    (path) => !places.some((one) => one.path === path)
  );
  if (missing.length > 0) throw new Error(`${missing.join(", ")} ne dit rien du plan`);
  return places;
}

function readText(path: string): string {
  const bytes = readFileSync(path);
  if (!path.endsWith(".xlsx")) return bytes.toString();
  return Object.values(unzipSync(bytes))
    .map((part) => Buffer.from(part).toString())
    .join("\n");
}
