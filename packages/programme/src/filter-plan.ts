import type {Plan, Visibilite} from "./plan.ts";

/** The plan as a build shows it: for `public`, no `comite` row, nothing below one, and no reference to one. */
export function filterPlan(plan: Plan, visibilite: Visibilite): Plan {
  if (visibilite === "comite") return plan;
  const open = <T extends {visibilite: Visibilite}>(rows: T[]) =>
    rows.filter((row) => row.visibilite === "public");
  const partenaires = open(plan.partenaires);
  const financeurs = open(plan.financeurs);
  const actions = openActions(plan);
  const shown = new Set(actions.map(({id}) => id));
  const partners = new Set(partenaires.map(({id}) => id));
  const known = (ids: string[]) => ids.filter((id) => partners.has(id));
  const below = (id: string | null) => id === null || shown.has(id);
  const projets = open(plan.projets_industriels).filter(({action_id}) => below(action_id));
  const projects = new Set(projets.map(({id}) => id));
  const instances = open(plan.instances);
  const meetings = new Set(instances.map(({id}) => id));
  const payers = new Set(financeurs.map(({id}) => id));
  return {
    partenaires,
    financeurs,
    actions: actions.map((row) => ({
      ...row,
      pilotes: known(row.pilotes),
      partenaires: known(row.partenaires)
    })),
    etapes: open(plan.etapes).filter(({action_id}) => shown.has(action_id)),
    // A line whose funder is hidden goes too: its amount would say what the funder gives.
    budgets: open(plan.budgets).filter(
      ({action_id, financeur_id}) =>
        shown.has(action_id) && (financeur_id === null || payers.has(financeur_id))
    ),
    aides: open(plan.aides).filter(
      ({action_id, projet_id}) => below(action_id) && (projet_id === null || projects.has(projet_id))
    ),
    projets_industriels: projets,
    instances: instances.map((row) => ({
      ...row,
      organisations_presentes: known(row.organisations_presentes)
    })),
    decisions: open(plan.decisions).filter(
      ({instance_id, action_id}) => meetings.has(instance_id) && below(action_id)
    ),
    objectifs: open(plan.objectifs),
    commentaires: open(plan.commentaires).filter(
      ({cible}) => !cible.startsWith("action:") || shown.has(cible.slice("action:".length))
    )
  };
}

/** Public actions all of whose ancestors are public. */
function openActions(plan: Plan): Plan["actions"] {
  const byId = new Map(plan.actions.map((action) => [action.id, action]));
  const isOpen = (action: Plan["actions"][number] | undefined): boolean =>
    action !== undefined &&
    action.visibilite === "public" &&
    (action.parent_id === null || isOpen(byId.get(action.parent_id)));
  return plan.actions.filter(isOpen);
}
