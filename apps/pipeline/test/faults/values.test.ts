import {valueCases} from "./cases/values.ts";
import {runCases} from "./run-cases.ts";

runCases(valueCases);
