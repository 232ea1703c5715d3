import {answerCases} from "./cases/answers.ts";
import {runCases} from "./run-cases.ts";

runCases(answerCases);
