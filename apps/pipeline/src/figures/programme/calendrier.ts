import {axes, type FigureSpec, formatDate} from "@observatoire/catalog";
import {type AxeProgramme, axesProgramme} from "@observatoire/programme";
import {planFigure, texte} from "./plan-figure.ts";
import {count, type Followed, followedActions, signOf, statutLabel} from "./plan-words.ts";
import type {PlanContext} from "./programme-source.ts";

/** Root actions in time, by axis, late and blocked first. */
export function calendrierFigure(context: PlanContext, id: string, axe?: AxeProgramme): FigureSpec {
  const {programme} = context;
  const shown = axe === undefined ? axesProgramme : [axe];
  const followed = shown.flatMap((one) => followedActions(programme, one));
  const alerts = followed.filter(({suivi}) => suivi.en_retard || suivi.bloquee).length;
  const date = formatDate(programme.suivi.date);
  return {
    ...planFigure(context, {
      id,
      title:
        alerts === 0
          ? `Au ${date}, aucune action n'est en retard ni bloquée`
          : `Au ${date}, ${count(alerts, "action est à traiter", "actions sont à traiter")} : en retard ou bloquées`,
      subtitle: `${count(followed.length, "action")}, du début à la fin prévus ; la part pleine est celle des étapes faites`,
      reading: tellOne(followed),
      limits: ["Une date non fixée laisse la barre ouverte."],
      alt: `Calendrier des actions${axe ? ` de l'axe ${axes[axe].toLowerCase()}` : ""}, avec la date du jour. ${count(alerts, "action est en retard ou bloquée", "actions sont en retard ou bloquées")}.`,
      columns: [
        texte("action", "Action"),
        {...texte("axe", "Axe (code)"), hidden: true},
        texte("nom_axe", "Axe"),
        {name: "debut", label: "Début", type: "date"},
        {name: "fin", label: "Fin prévue", type: "date"},
        texte("statut_action", "Statut"),
        texte("signe", "À noter"),
        {name: "etapes", label: "Étapes faites", type: "nombre", unit: "pct", decimals: 1}
      ],
      rows: followed.map(({action, suivi}) => ({
        action: action.titre,
        axe: action.axe,
        nom_axe: axes[action.axe],
        debut: action.date_debut,
        fin: action.date_fin,
        statut_action: statutLabel(action.statut),
        signe: signOf(suivi, action),
        etapes: suivi.avancement_etapes
      })),
      whenEmpty: "Aucune action n'est écrite sur cet axe : les ajouter dans actions.csv."
    }),
    kind: "gantt",
    label: "action",
    start: "debut",
    end: "fin",
    axe: "axe",
    sign: "signe",
    done: "etapes",
    today: programme.suivi.date
  };
}

function tellOne(followed: readonly Followed[]): string {
  const one = followed.find(({action}) => action.date_debut !== null && action.date_fin !== null);
  if (!one) return "";
  const {titre, date_debut, date_fin} = one.action;
  return `« ${titre} » va du ${formatDate(date_debut!)} au ${formatDate(date_fin!)}, avec ${count(one.suivi.etapes_realisees, "étape faite", "étapes faites")} sur ${one.suivi.etapes}.`;
}
