import {axes, type FigureSpec} from "@observatoire/catalog";
import {axesProgramme} from "@observatoire/programme";
import {euros, planFigure, texte} from "./plan-figure.ts";
import {count, followedActions, signOf, statutLabel} from "./plan-words.ts";
import type {PlanContext} from "./programme-source.ts";

/** Every root action: axis, status, lateness, steps done, planned and paid. */
export function actionsTable(context: PlanContext, id: string): FigureSpec {
  const followed = axesProgramme.flatMap((axe) => followedActions(context.programme, axe));
  return {
    ...planFigure(context, {
      id,
      title: `Les ${count(followed.length, "action")} du plan, leur avancement et leur budget`,
      subtitle: "Actions principales, par axe ; montants hors taxes",
      columns: [
        texte("id", "N°"),
        texte("titre", "Action"),
        texte("axe", "Axe"),
        texte("statut_action", "Statut"),
        texte("signe", "À noter"),
        {name: "retard", label: "Retard", type: "nombre", unit: "jours"},
        {name: "etapes", label: "Étapes faites", type: "nombre", unit: "pct", decimals: 1},
        euros("previsionnel", "Prévu"),
        euros("paye", "Payé")
      ],
      rows: followed.map(({action, suivi}) => ({
        id: action.id,
        titre: action.titre,
        axe: axes[action.axe],
        statut_action: statutLabel(action.statut),
        signe: signOf(suivi, action),
        retard: suivi.jours_de_retard ?? 0,
        etapes: suivi.avancement_etapes,
        previsionnel: suivi.previsionnel,
        paye: suivi.paye
      })),
      whenEmpty: "Aucune action n'est écrite dans le plan."
    }),
    kind: "table"
  };
}
