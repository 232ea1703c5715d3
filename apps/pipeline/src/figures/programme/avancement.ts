import {type FigureSpec, formatValue} from "@observatoire/catalog";
import type {Avancement, AxeProgramme} from "@observatoire/programme";
import {planKey} from "./plan-figure.ts";
import {count} from "./plan-words.ts";
import type {PlanContext} from "./programme-source.ts";

export function avancementOf({programme}: PlanContext, cle: "total" | AxeProgramme): Avancement {
  return programme.suivi.avancement.find((one) => one.cle === cle)!.avancement;
}

/** How many actions, and how many are done: the form of Territoires en Transitions. */
export function actionsKey(context: PlanContext, id: string, cle: "total" | AxeProgramme): FigureSpec {
  const {actions, realisees, par_actions} = avancementOf(context, cle);
  const share = formatValue(par_actions, "pct", {decimals: 1});
  return planKey(context, {
    id,
    title: `Le plan compte ${count(actions, "action")}, dont ${count(realisees, "réalisée")}`,
    subtitle: "Actions du plan",
    reading: `${share} des actions ont le statut « Réalisé » : c'est l'avancement tel que Territoires en Transitions le calcule.`,
    limits: ["Une sous-action détaille une action : elle n'est pas comptée."],
    valeur: actions,
    unit: "actions",
    comparison: `${count(realisees, "réalisée")}, soit ${share}`
  });
}

/** Share of the steps done: the finer form of progress. */
export function etapesKey(context: PlanContext, id: string, cle: "total" | AxeProgramme): FigureSpec {
  const {etapes, etapes_realisees, par_etapes} = avancementOf(context, cle);
  const told = `${count(etapes_realisees, "étape faite", "étapes faites")} sur ${etapes}`;
  return planKey(context, {
    id,
    title: etapes === 0 ? "Aucune étape n'est écrite" : `${told[0]!.toUpperCase()}${told.slice(1)}`,
    subtitle: "Étapes faites",
    reading: "Part des étapes faites, parmi celles des actions qui ne sont pas abandonnées.",
    limits: ["Chaque étape compte autant qu'une autre, quelle que soit sa durée."],
    valeur: par_etapes,
    unit: "pct",
    decimals: 1,
    comparison: told,
    direction: "plus-haut-mieux",
    whenEmpty: "Aucune étape n'est écrite : les ajouter dans etapes.csv."
  });
}

/** Actions past their planned end, or blocked: what a committee has to look at. */
export function alertesKey(context: PlanContext, id: string, cle: "total" | AxeProgramme): FigureSpec {
  const {programme} = context;
  const axeOf = new Map(programme.plan.actions.map(({id: action, axe}) => [action, axe]));
  const roots = programme.suivi.actions.filter(
    ({racine, action_id}) => racine && (cle === "total" || axeOf.get(action_id) === cle)
  );
  const {en_retard, bloquees} = avancementOf(context, cle);
  const either = roots.filter((one) => one.en_retard || one.bloquee).length;
  return planKey(context, {
    id,
    title:
      either === 0
        ? "Aucune action n'est en retard ni bloquée"
        : `${count(either, "action est en retard ou bloquée", "actions sont en retard ou bloquées")}`,
    subtitle: "En retard ou bloquées",
    reading:
      "Une action est en retard quand sa fin prévue est passée sans qu'elle soit réalisée ni abandonnée ; le dernier jour est encore dans les temps.",
    limits: ["Le retard calculé ici peut différer du statut « En retard » déclaré dans la fiche."],
    valeur: either,
    unit: "actions",
    comparison: `${formatValue(en_retard, "actions")} en retard, ${count(bloquees, "bloquée")}`,
    direction: "plus-bas-mieux"
  });
}
