// npm start : simulated files, pipeline, pages, site served on loopback. With --no-serve, ends after the build.
import {observatoire, requireNode} from "./run.js";

requireNode();
const refresh = await observatoire("refresh", "--demo");
if (refresh.code !== 0) process.exit(refresh.code);

if (!process.argv.includes("--no-serve")) {
  const served = await observatoire("serve", ...process.argv.slice(2));
  process.exit(served.code);
}
