import {type Correction, type DataError, formatDate, type Manifest} from "@observatoire/catalog";
import {type PlanFault, placeOf} from "@observatoire/programme";
import type {WithheldEdition} from "./editions/edition-folder.ts";
import {withheldNotice} from "./editions/edition-pages.ts";
import type {ReadProgramme} from "./read-programme.ts";

/** Most points that a message lists; `programme check` gives them all. */
const listed = 20;

/** Why the plan on disk is not the one shown, and what is shown in its place. */
export function planCorrection(
  why: readonly PlanFault[] | DataError,
  shown: ReadProgramme | null,
  {since}: {since: string}
): Correction {
  const points = "length" in why ? why.length : 1;
  const toCorrect = `${points > 1 ? `${points} points` : "un point"} à corriger`;
  return {
    code: "PROGRAMME",
    seance: null,
    since,
    notice: shown
      ? `Données au ${formatDate(shown.changedAt)}, actualisation en échec depuis le ${formatDate(since)} : le plan d'actions déposé depuis a ${toCorrect}.`
      : `Le plan d'actions déposé a ${toCorrect} depuis le ${formatDate(since)} : il paraîtra une fois corrigé.`,
    message: "length" in why ? describeFaults(why) : why.message
  };
}

/** Where each point is and what is expected there, without what was read: a log keeps this, and rows may be reserved. */
function describeFaults(faults: readonly PlanFault[]): string {
  const lines = faults.slice(0, listed).map((fault) => `${placeOf(fault)} : attendu ${fault.expected}.`);
  const others = faults.length - lines.length;
  return [
    ...lines,
    ...(others > 0 ? [`… et ${others} autre${others > 1 ? "s" : ""}.`] : []),
    "Le plan d'actions est à corriger : « npx observatoire programme check » dit ce qui a été lu à chaque endroit."
  ].join("\n");
}

/** A frozen session that is not shown. */
export function editionCorrection(edition: WithheldEdition, {since}: {since: string}): Correction {
  const {date, fault} = edition;
  return {code: "EDITION", seance: date, since, notice: withheldNotice(edition), message: fault.message};
}

/** When the same correction was first asked, by the run that readers see; else now. */
export function firstAsked(
  previous: Manifest | null,
  {code, seance}: Pick<Correction, "code" | "seance">,
  now: string
): string {
  const known = previous?.corrections?.find((one) => one.code === code && one.seance === seance);
  return known?.since ?? now;
}
