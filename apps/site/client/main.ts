import {startPlan} from "./start-plan.ts";
import {startPrint} from "./start-print.ts";
import {startSearch} from "./start-search.ts";
import {startSession} from "./start-session.ts";
import {startShare} from "./start-share.ts";
import {applyTheme, startTheme} from "./start-theme.ts";
import {startTips} from "./start-tips.ts";

const script = document.currentScript as HTMLScriptElement;
const root = new URL("../", script.src);

document.documentElement.classList.add("js");
applyTheme();
document.addEventListener("DOMContentLoaded", () => {
  startTheme();
  startSearch(root);
  startTips();
  startShare();
  startSession();
  startPrint();
  startPlan();
});
