import {layoutCases} from "./cases/layouts.ts";
import {runCases} from "./run-cases.ts";

runCases(layoutCases);
