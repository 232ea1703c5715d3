// npm start : shells of the site, simulated files, pipeline, site served on loopback. With --no-serve, ends after the build.
import {bin, observatoire, requireNode, run} from "./run.js";

requireNode();
const shells = await run(bin("turbo"), [
  "run",
  "build",
  "--filter=@observatoire/site",
  "--output-logs=errors-only"
]);
if (shells.code !== 0) process.exit(shells.code);

const refresh = await observatoire("refresh", "--demo");
if (refresh.code !== 0) process.exit(refresh.code);

if (!process.argv.includes("--no-serve")) {
  const served = await observatoire("serve", ...process.argv.slice(2));
  process.exit(served.code);
}
