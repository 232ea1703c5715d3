import {type FigureSpec, formatDate} from "@observatoire/catalog";
import {planFigure, texte} from "./plan-figure.ts";
import {count} from "./plan-words.ts";
import type {PlanContext} from "./programme-source.ts";

/** Every decision, the late ones first, then those to be done, by due date. */
export function decisionsTable(context: PlanContext, id: string): FigureSpec {
  const {plan, suivi} = context.programme;
  const told = plan.decisions.map((decision) => ({
    decision,
    suite: decision.realise
      ? "faite"
      : decision.echeance !== null && decision.echeance < suivi.date
        ? "en retard"
        : "à faire"
  }));
  const order = ["en retard", "à faire", "faite"];
  told.sort(
    (a, b) =>
      order.indexOf(a.suite) - order.indexOf(b.suite) ||
      (a.decision.echeance ?? "9").localeCompare(b.decision.echeance ?? "9")
  );
  const late = told.filter(({suite}) => suite === "en retard").length;
  const open = told.filter(({suite}) => suite !== "faite").length;
  return {
    ...planFigure(context, {
      id,
      title:
        open === 0
          ? "Toutes les décisions ont eu leur suite"
          : `${count(open, "décision attend", "décisions attendent")} sa suite${late > 0 ? `, dont ${late} en retard` : ""}`.replace(
              /attendent sa suite/,
              "attendent leur suite"
            ),
      subtitle: "Décisions des instances et leur suite, celles à faire d'abord",
      columns: [
        texte("seance", "Séance"),
        texte("texte", "Décision"),
        texte("responsable", "Responsable"),
        {name: "echeance", label: "Échéance", type: "date"},
        texte("etat", "Suite"),
        texte("suite", "Ce qui a été fait")
      ],
      rows: told.map(({decision, suite}) => {
        const instance = plan.instances.find(({id: one}) => one === decision.instance_id);
        return {
          seance: instance ? `${instance.type}, ${formatDate(instance.date)}` : null,
          texte: decision.texte,
          responsable: decision.responsable,
          echeance: decision.echeance,
          etat: suite,
          suite: decision.suite
        };
      }),
      whenEmpty: "Aucune décision n'est écrite : les ajouter dans decisions.csv."
    }),
    kind: "table"
  };
}
