import {archiveCases} from "./cases/archive-formats.ts";
import {runCases} from "./run-cases.ts";

runCases(archiveCases);
