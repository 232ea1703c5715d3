// npm test : formatting and lint, types, unit tests, data checks, site checks in a real browser. Ends with one count.
import {bin, observatoire, requireNode, run} from "./run.js";

requireNode();
const code = await run(
  bin("turbo"),
  [
    "run",
    "lint",
    "typecheck",
    "typecheck:bench",
    "test",
    "--continue",
    "--output-logs=new-only",
    "--log-order=grouped"
  ],
  {capture: true, env: {FORCE_COLOR: "0", NO_COLOR: "1"}}
);
const counts = [...code.output.matchAll(/Tests\s+(?:(\d+) failed \| )?(?:(\d+) passed)?/g)];
const sum = (group) => counts.reduce((total, match) => total + Number(match[group] ?? 0), 0);
const steps = [["lint, types et tests unitaires", code.code]];

const demo = await observatoire("refresh", "--demo");
steps.push(["démonstration et contrôles de données", demo.code]);
if (demo.code === 0) {
  const output = await run(process.execPath, ["--import", "tsx", "apps/pipeline/src/verify-output.ts"]);
  steps.push(["rien de protégé ne sort", output.code]);
  const csp = await run(bin("vitest"), ["run", "--root", "apps/pipeline", "test/deploy/browser.test.ts"]);
  steps.push(["pages sous leur politique de contenu", csp.code]);
  const site = await run(process.execPath, ["--import", "tsx", "apps/pipeline/src/verify-site.ts"]);
  steps.push(["contrôles du site dans Chromium", site.code]);
}

// What failed is said again at the end: a long log is often kept from its end alone.
const failures = code.output
  .split("\n")
  .flatMap((line, index, lines) =>
    /(?:^|\s)FAIL\s/.test(line) ? [line.trim(), ...lines.slice(index + 1, index + 3)] : []
  );
console.log(failures.length > 0 ? `\n${failures.join("\n")}\n` : "");
for (const [name, exit] of steps) console.log(`${exit === 0 ? "ok    " : "ÉCHEC "} ${name}`);
const failedSteps = steps.filter(([, exit]) => exit !== 0).length;
console.log(`${sum(2) + steps.length - failedSteps} passed, ${sum(1) + failedSteps} failed`);
process.exitCode = failedSteps === 0 ? 0 : 1;
