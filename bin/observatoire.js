#!/usr/bin/env node
// Runs the TypeScript sources as they are, on every supported Node, right after `npm ci`.
import {register} from "tsx/esm/api";

register();
const {main} = await import("../apps/pipeline/src/main.ts");
process.exitCode = await main(process.argv.slice(2));
