import type {FigureSource} from "@observatoire/catalog";
import type {PlanSuivi} from "@observatoire/programme";

/** A plan, and who publishes it. */
export interface PlanContext {
  programme: PlanSuivi;
  publisher: string;
}

/** The plan as a source: its files, by their common hash. */
export function programmeSource({programme, publisher}: PlanContext): FigureSource {
  return {
    id: "programme",
    title: programme.fictif ? "Plan d'actions fictif" : "Plan d'actions du Territoire d'industrie",
    producer: programme.fictif ? "Observatoire, plan de démonstration" : publisher,
    attribution: publisher,
    licence: "licence-ouverte-2.0",
    vintage: `version ${programme.sha256.slice(0, 8)}`,
    collectedOn: programme.date,
    homepage: "",
    origin: "dossier du plan d'actions",
    sha256: programme.sha256,
    simulated: programme.fictif,
    late: null,
    failing: programme.panne
  };
}
