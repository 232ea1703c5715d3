import {daysBetween} from "./calendar-day.ts";
import {rootOf} from "./compute-actions.ts";
import type {AxeProgramme, Budget, Plan} from "./plan.ts";
import {axesProgramme, unitesBudget} from "./plan.ts";
import type {Levier, LigneAides, LigneBudget, Montant} from "./suivi.ts";
import {median, percent, sumKnown} from "./sum-known.ts";

type Amount = "previsionnel" | "engage" | "paye";

const axesOf = (plan: Plan): ReadonlyMap<string, AxeProgramme> =>
  new Map(plan.actions.map((action) => [action.id, rootOf(plan, action).axe]));

/** Budget by group and unit. An amount stands beside the number of actions it comes from. */
export function sumBudgets(plan: Plan): LigneBudget[] {
  const axis = axesOf(plan);
  const groups: Record<LigneBudget["groupe"], (row: Budget) => string> = {
    total: () => "",
    axe: ({action_id}) => axis.get(action_id) ?? "",
    financeur: ({financeur_id}) => financeur_id ?? "",
    annee: ({annee}) => (annee === null ? "" : String(annee)),
    type: ({type}) => type,
    axe_financeur: ({action_id, financeur_id}) => `${axis.get(action_id) ?? ""}|${financeur_id ?? ""}`
  };
  return (Object.keys(groups) as LigneBudget["groupe"][]).flatMap((groupe) =>
    unitesBudget.flatMap((unite) => {
      const rows = plan.budgets.filter((row) => row.unite === unite);
      const keys = [...new Set(rows.map(groups[groupe]))].sort();
      return keys.map((cle) => {
        const inside = rows.filter((row) => groups[groupe](row) === cle);
        return {
          groupe,
          cle,
          unite,
          previsionnel: amountOf(inside, "previsionnel"),
          engage: amountOf(inside, "engage"),
          paye: amountOf(inside, "paye")
        };
      });
    })
  );
}

function amountOf(rows: readonly Budget[], amount: Amount): Montant {
  const actions = [...new Set(rows.map(({action_id}) => action_id))].filter(
    (id) => (sumKnown(rows.filter(({action_id}) => action_id === id).map((row) => row[amount])) ?? 0) !== 0
  );
  return {total: sumKnown(rows.map((row) => row[amount])), actions: actions.length};
}

/** Private euros planned for one public euro, over the lines whose financeur is named. */
export function measureLeverage(plan: Plan): Levier[] {
  const axis = axesOf(plan);
  const nature = new Map(plan.financeurs.map(({id, nature: kind}) => [id, kind]));
  const measure = (cle: Levier["cle"]): Levier => {
    const rows = plan.budgets.filter(
      ({unite, action_id}) => unite === "HT" && (cle === "total" || axis.get(action_id) === cle)
    );
    const sum = (kind: string) =>
      sumKnown(
        rows
          .filter(({financeur_id}) => financeur_id !== null && nature.get(financeur_id) === kind)
          .map(({previsionnel}) => previsionnel)
      ) ?? 0;
    const [open, own] = [sum("public"), sum("privé")];
    return {cle, public: open, prive: own, levier: open === 0 ? null : own / open};
  };
  return [measure("total"), ...axesProgramme.map(measure)];
}

/** Applications for aid: how many are decided, granted, and how long it took. */
export function sumAides(plan: Plan): LigneAides[] {
  const axis = axesOf(plan);
  const projects = new Map(plan.projets_industriels.map(({id, axe}) => [id, axe]));
  const groups: Record<LigneAides["groupe"], (row: Plan["aides"][number]) => string> = {
    total: () => "",
    dispositif: ({dispositif}) => dispositif,
    operateur: ({operateur}) => operateur,
    axe: ({action_id, projet_id}) => axis.get(action_id ?? "") ?? projects.get(projet_id ?? "") ?? ""
  };
  return (Object.keys(groups) as LigneAides["groupe"][]).flatMap((groupe) =>
    [...new Set(plan.aides.map(groups[groupe]))].sort().map((cle) => {
      const rows = plan.aides.filter((row) => groups[groupe](row) === cle);
      const granted = rows.filter(({statut}) => statut === "accordée" || statut === "versée");
      const refused = rows.filter(({statut}) => statut === "refusée");
      const decided = [...granted, ...refused];
      const priced = decided.filter(
        ({montant_demande, montant_accorde, statut}) =>
          montant_demande !== null && (montant_accorde !== null || statut === "refusée")
      );
      const asked = priced.reduce((sum, {montant_demande}) => sum + montant_demande!, 0);
      return {
        groupe,
        cle,
        dossiers: rows.length,
        deposees: rows.filter(({statut}) => statut !== "en préparation").length,
        decidees: decided.length,
        accordees: granted.length,
        refusees: refused.length,
        taux_transformation: percent(granted.length, decided.length),
        demande: sumKnown(rows.map(({montant_demande}) => montant_demande)),
        accorde: sumKnown(rows.map(({montant_accorde}) => montant_accorde)),
        verse: sumKnown(rows.map(({montant_verse}) => montant_verse)),
        taux_montant: percent(
          priced.reduce((sum, {montant_accorde}) => sum + (montant_accorde ?? 0), 0),
          asked
        ),
        delai_median: median(
          decided.flatMap(({date_depot, date_decision}) =>
            date_depot !== null && date_decision !== null ? [daysBetween(date_depot, date_decision)] : []
          )
        )
      };
    })
  );
}
