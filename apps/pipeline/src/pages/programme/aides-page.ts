import type {PageContent} from "@observatoire/catalog";
import {
  aidesKeys,
  aidesTotal,
  dispositifsTable,
  emploisTable,
  registreTable
} from "../../figures/programme/aides.ts";
import {amount, count} from "../../figures/programme/plan-words.ts";
import {type ProgrammePages, programmePage} from "./programme-pages.ts";

/** The ledger of the applications for aid, and the industrial projects. */
export function aidesPage(context: ProgrammePages): PageContent {
  const total = aidesTotal(context);
  return programmePage(context, {
    path: "programme/aides",
    title: "Aides",
    description: "Le registre des demandes d'aide et les projets industriels suivis.",
    chapeau: total
      ? `${count(total.dossiers, "dossier")} : ${count(total.accordees, "accordé")}, ${count(total.refusees, "refusé")} ; ${amount(total.accorde)} accordés, toutes taxes comprises.`
      : null,
    figures: [
      ...aidesKeys(context),
      registreTable(context, "aides-registre"),
      dispositifsTable(context, "aides-dispositifs"),
      emploisTable(context.published, context, "aides-emplois")
    ]
  });
}
