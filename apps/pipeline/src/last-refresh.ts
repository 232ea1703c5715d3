import {DataError, errorCodes, formatDate, formatNumber} from "@observatoire/catalog";
import {endedWell, isGood, type JournalEntry} from "./read-journal.ts";

/** What the journal says of the refreshes. */
export interface LastRefresh {
  /** Last attempt, whatever its end. */
  derniere: JournalEntry | null;
  /** Last attempt after which the site was up to date, be it without some sources. */
  reussie: JournalEntry | null;
  phrase: string;
}

export function describeRefreshes(journal: readonly JournalEntry[]): LastRefresh {
  const derniere = journal.at(-1) ?? null;
  const reussie = journal.findLast(isGood) ?? null;
  return {derniere, reussie, phrase: describeLast(derniere)};
}

/** The fault of `status --max-age`: nothing was refreshed for too long, or ever. */
export function overdueError({reussie, phrase}: LastRefresh, maxAge: number, now: Date): DataError | null {
  const age = reussie === null ? null : now.getTime() - Date.parse(reussie.endedAt);
  // One dated of the future, by a clock that was wrong, proves nothing either.
  if (age !== null && Math.abs(age) <= maxAge) return null;
  const last =
    reussie === null || age === null
      ? "aucune"
      : `la dernière le ${formatInstant(reussie.endedAt)}, il y a ${formatAge(age)}`;
  return new DataError("STALE", {
    where: "actualisation",
    expected: `une actualisation réussie depuis moins de ${formatAge(maxAge)}`,
    found: `${last} (${phrase})`,
    action: "lancer « npx observatoire refresh », puis vérifier ce qui la planifie"
  });
}

const partial: Readonly<Record<number, string>> = {
  [errorCodes.PARTIAL]: "partielle, une source au moins n'a pas répondu ou a été refusée",
  [errorCodes.PROGRAMME]: "réussie, sauf le plan d'actions, à corriger",
  [errorCodes.EDITION]: "réussie, sauf une séance figée, à remettre depuis la sauvegarde"
};

function describeLast(entry: JournalEntry | null): string {
  if (entry === null) return "aucune tentative enregistrée";
  const {endedAt, exit, code} = entry;
  const end =
    exit === 0
      ? "réussie"
      : endedWell(entry)
        ? (partial[exit] ?? "partielle")
        : `en échec, ${code ?? "cause inconnue"}, sortie ${exit}`;
  return `dernière tentative le ${formatInstant(endedAt)} : ${end}`;
}

function formatInstant(iso: string): string {
  return `${formatDate(iso)} à ${new Date(iso).toISOString().slice(11, 16)} UTC`;
}

/** In hours up to two days, then in days. */
function formatAge(ms: number): string {
  const hours = Math.floor(ms / 3_600_000);
  const [count, unit] = hours <= 48 ? [hours, "heure"] : [Math.floor(hours / 24), "jour"];
  return `${formatNumber(count)} ${unit}${count > 1 ? "s" : ""}`;
}
