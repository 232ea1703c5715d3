import {formatDate, type PageContent} from "@observatoire/catalog";
import {objectifFigures, objectifsTable, targetsOf} from "../../figures/programme/objectifs.ts";
import {count} from "../../figures/programme/plan-words.ts";
import {type ProgrammePages, programmePage} from "./programme-pages.ts";

/** Targets: baseline, trajectory, current value with its date and how sure it is. */
export function objectifsPage(context: ProgrammePages): PageContent {
  const {published} = context;
  const targets = targetsOf(published, context);
  const label = published.territoire.dateLabel;
  return programmePage(context, {
    path: "programme/objectifs",
    title: "Objectifs",
    description:
      "Les objectifs chiffrés du programme : point de départ, cible, trajectoire et valeur actuelle.",
    chapeau: `${count(targets.length, "objectif chiffré", "objectifs chiffrés")}${label ? `, mesurés depuis la labellisation du ${formatDate(label)}` : ""}.`,
    figures: [objectifsTable(published, context, "objectifs-tableau"), ...objectifFigures(published, context)]
  });
}
