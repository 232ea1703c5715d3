import {axes, formatCell, formatDate} from "@observatoire/catalog";
import type {Action, PlanSuivi} from "@observatoire/programme";
import type {DocumentModel, DocumentSection} from "@observatoire/report";
import {actionsTable} from "../figures/programme/actions-table.ts";
import {decisionsTable} from "../figures/programme/decisions.ts";
import {planFigure, texte} from "../figures/programme/plan-figure.ts";
import {calendarOf, statutLabel} from "../figures/programme/plan-words.ts";
import type {Project} from "../project.ts";
import {documentModel, type Occasion, pageAt, sectionOf, tableSection} from "./document-model.ts";
import type {RunContent} from "./run-content.ts";

/**
 * The report to regional and national bodies: progress, each fiche-action, money, aids, targets. No official template is
 * public: it is the union of the fields they ask for. Null without plan.
 */
export function rapport(project: Project, run: RunContent, occasion: Occasion): DocumentModel | null {
  const {programme} = run;
  if (programme === null) return null;
  const context = {programme, publisher: run.content.publisher};
  const chapter = (path: string): DocumentSection[] => {
    const page = pageAt(run, path);
    return page === undefined ? [] : [sectionOf(page, {theme: "Programme"})];
  };
  const chapeau = pageAt(run, "programme/index")?.chapeau;
  return documentModel(project, run, occasion, {
    id: "rapport-instances",
    genre: "Rapport aux instances régionales et nationales",
    title: `Le programme au ${formatDate(programme.suivi.date)}`,
    summary: chapeau ? [chapeau] : [],
    sections: [
      tableSection("avancement", "Avancement des actions", actionsTable(context, "plan-actions")),
      ...programme.plan.actions.map((action) => fiche(run, programme, action)),
      ...chapter("programme/budget"),
      ...chapter("programme/aides"),
      ...chapter("programme/objectifs"),
      tableSection("decisions", "Décisions", decisionsTable(context, "plan-decisions"))
    ]
  });
}

/** One fiche-action: what it says of itself, then its steps. */
function fiche(run: RunContent, programme: PlanSuivi, action: Action): DocumentSection {
  const suivi = programme.suivi.actions.find(({action_id}) => action_id === action.id);
  const nameOf = (id: string) => programme.plan.partenaires.find((one) => one.id === id)?.nom ?? id;
  const amount = (value: number | null | undefined) =>
    formatCell(value ?? null, value === null || value === undefined ? "non_disponible" : "connu", "eur");
  const lines = [
    action.description,
    action.objectifs && `Objectifs : ${action.objectifs}`,
    `Statut : ${statutLabel(action.statut)}. Calendrier : ${calendarOf(action)}.`,
    action.pilotes.length > 0 && `Pilotes : ${action.pilotes.map(nameOf).join(", ")}.`,
    action.referents.length > 0 && `Élus référents : ${action.referents.join(", ")}.`,
    suivi &&
      `Budget hors taxes : ${amount(suivi.previsionnel)} prévus, ${amount(suivi.engage)} engagés, ${amount(suivi.paye)} payés.`,
    action.blocage_cause &&
      `Blocage : ${action.blocage_cause} ; levé si : ${action.blocage_condition ?? "à préciser"}.`,
    action.note &&
      `Dernière note${action.note_date ? ` (${formatDate(action.note_date)})` : ""} : ${action.note}`
  ];
  const steps = programme.plan.etapes
    .filter(({action_id}) => action_id === action.id)
    .sort((a, b) => a.ordre - b.ordre)
    .map(({nom, date, realise}) => ({nom, date, fait: realise ? "oui" : "non"}));
  return {
    id: `fiche-${action.id.toLowerCase()}`,
    title: `${action.id} · ${action.titre}`,
    axe: action.axe,
    theme: "Fiches-actions",
    text: lines.filter((line): line is string => typeof line === "string" && line !== ""),
    figures:
      steps.length === 0
        ? []
        : [
            {
              ...planFigure(
                {programme, publisher: run.content.publisher},
                {
                  id: `etapes-${action.id.toLowerCase()}`,
                  title: `Étapes de l'action ${action.id}`,
                  subtitle: axes[action.axe],
                  columns: [
                    texte("nom", "Étape"),
                    {name: "date", label: "Échéance", type: "date"},
                    texte("fait", "Faite")
                  ],
                  rows: steps,
                  whenEmpty: ""
                }
              ),
              kind: "table"
            }
          ],
    comments: []
  };
}
