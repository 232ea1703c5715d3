import {readFileSync, writeFileSync} from "node:fs";
import {fileURLToPath} from "node:url";
import {formatDate} from "@observatoire/catalog";
import {expect} from "vitest";

/** What one moment of the day gave. */
export interface Moment {
  /** ISO instant. */
  instant: string;
  event: string;
  exit: number;
  /** Fault of URSSAF's file, as the manifest in service says it. */
  code: string | null;
  /** A new run was put online. */
  published: boolean;
  /** Jobs of Meaux as its page says them, and brownfields of the edition in service. */
  jobs: string;
  sites: string;
  /** Since when the pages of jobs say that their source fails; null when they say nothing. */
  notice: string | null;
  /** No run: the date by which the page says, by itself, that one was due. */
  overdue?: string | null;
}

const path = fileURLToPath(new URL("../../../../docs/une-journee.md", import.meta.url));

const cellsOf = ({instant, event, exit, code, published, jobs, sites, notice, overdue}: Moment): string[] => [
  `${formatDate(instant)}, ${instant.slice(11, 16)}`,
  event,
  overdue ? "aucun passage" : `${exit}${code ? ` (${code})` : ""}`,
  overdue ? "non" : published ? "oui" : "non",
  jobs,
  sites,
  overdue ? `en retard, attendue le ${overdue}` : notice ? `en échec depuis le ${notice}` : "rien"
];

export const tellMoment = (moment: Moment): string => cellsOf(moment).join(" | ");

/** Compares the day with docs/une-journee.md; under OBSERVATOIRE_ECRIRE=1, writes it. */
export function recordChronicle(moments: readonly Moment[]): void {
  const text = `# Une journée, et les trois semaines qui suivent

Écrit par l'essai \`apps/pipeline/test/day\` (\`OBSERVATOIRE_ECRIRE=1 npx vitest run test/day\` dans \`apps/pipeline\` le récrit) : la vraie commande
\`refresh\`, un vrai serveur à la place des producteurs, une horloge que l'essai avance. À chaque heure, ce que disent les pages en ligne.

| moment | ce qui arrive | sortie | mise en ligne | emplois de Meaux | friches recensées | ce que disent les pages de l'emploi |
|---|---|---|---|---:|---:|---|
${moments.map((moment) => `| ${cellsOf(moment).join(" | ")} |`).join("\n")}

Les pages du foncier, qui ne reposent pas sur le fichier de l'Urssaf, ne disent rien de sa panne, et leur nouvelle édition paraît à 07:00 comme prévu.
`;
  if (process.env.OBSERVATOIRE_ECRIRE === "1") writeFileSync(path, text);
  expect(
    readFileSync(path, "utf8"),
    "docs/une-journee.md dit autre chose ; OBSERVATOIRE_ECRIRE=1 npx vitest run test/day (dans apps/pipeline) le récrit."
  ).toBe(text);
}
