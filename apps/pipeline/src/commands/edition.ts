import {DataError, formatDate, formatNumber} from "@observatoire/catalog";
import {makeDocuments} from "../documents/make-documents.ts";
import {createEdition} from "../editions/create-edition.ts";
import {readEditions} from "../editions/edition-folder.ts";
import type {Project} from "../project.ts";
import type {Reporter} from "../reporter.ts";

/** Freezes a session from the published run, or lists the frozen ones. */
export async function edition(
  project: Project,
  {
    words,
    titre,
    now,
    reporter
  }: {
    words: readonly string[];
    titre: string | undefined;
    now: () => Date;
    reporter: Reporter;
  }
): Promise<{text: string; data: unknown; fault?: DataError | null}> {
  const [action, date] = words;
  if (action === "list") {
    const {intact, withheld} = readEditions(project);
    const lines = intact.map((one) => `${one.date}  ${one.titre}`);
    const text = lines.length > 0 ? `${lines.join("\n")}\n` : "Aucune séance figée.\n";
    return {text, data: intact, fault: withheld[0]?.fault ?? null};
  }
  if (action !== "create" || date === undefined || titre === undefined || titre.trim() === "") {
    throw new DataError("USAGE", {
      where: "edition",
      expected: "« edition create <date> --titre <titre> » ou « edition list »",
      found: `« ${["edition", ...words].join(" ")} »${titre === undefined ? " sans --titre" : ""}`,
      action:
        "écrire par exemple « npx observatoire edition create 2026-12-03 --titre « COPIL de décembre » »"
    });
  }
  const made = await createEdition(project, {
    date,
    titre,
    now,
    reporter,
    makeDocuments: (run) => makeDocuments(project, run, {date, titre}, reporter)
  });
  return {
    text: `Séance du ${formatDate(date)} figée : ${formatNumber(made.files)} fichiers. Elle paraîtra sur le site au prochain « npx observatoire programme publish », ou à la prochaine actualisation.\n`,
    data: made
  };
}
