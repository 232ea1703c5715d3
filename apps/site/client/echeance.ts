import {startDeadlines} from "./start-deadlines.ts";

startDeadlines(document.currentScript as HTMLScriptElement);
