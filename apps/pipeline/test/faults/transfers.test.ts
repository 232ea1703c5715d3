import {transferCases} from "./cases/transfers.ts";
import {runCases} from "./run-cases.ts";

runCases(transferCases);
