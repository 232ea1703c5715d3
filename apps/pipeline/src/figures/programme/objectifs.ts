import {
  axes,
  type FigureRow,
  type FigureSpec,
  formatDate,
  formatNumber,
  type Unit
} from "@observatoire/catalog";
import {type AxeProgramme, axesProgramme, type Objectif, type SuiviObjectif} from "@observatoire/programme";
import type {Published} from "../../published.ts";
import {findIndicator} from "../figure-base.ts";
import {yearOf} from "../values.ts";
import {observedIndicators, planFigure, texte} from "./plan-figure.ts";
import {count} from "./plan-words.ts";
import type {PlanContext} from "./programme-source.ts";

export interface Target {
  objectif: Objectif;
  suivi: SuiviObjectif;
  /** Unit of the observatory when the target is on one of its indicators, and its decimals. */
  unit: Unit;
  decimals: number;
  /** Suffix of a value followed by hand: "sites". */
  words: string;
}

/** Targets of an axis or of the plan, by axis. */
export function targetsOf(published: Published, {programme}: PlanContext, axe?: AxeProgramme): Target[] {
  return axesProgramme
    .filter((one) => axe === undefined || one === axe)
    .flatMap((one) => programme.plan.objectifs.filter((objectif) => objectif.axe === one))
    .flatMap((objectif) => {
      const suivi = programme.suivi.objectifs.find(({objectif_id}) => objectif_id === objectif.id);
      if (!suivi) return [];
      const indicator = objectif.indicateur === null ? null : findIndicator(published, objectif.indicateur);
      const decimals =
        indicator?.decimals ??
        ([suivi.valeur, suivi.reference_valeur, suivi.cible_valeur].some((x) => x !== null && x % 1 !== 0)
          ? 1
          : 0);
      return [
        {
          objectif,
          suivi,
          unit: indicator?.unit ?? ("nombre" as const),
          decimals,
          words: indicator ? "" : (objectif.unite ?? "")
        }
      ];
    });
}

/** "34 sites", "12,4 %", or the sign of what is not known. */
export function tellTarget({unit, decimals, words}: Target, value: number | null): string {
  if (value === null) return "n.d.";
  const plain = unit === "nombre" || words !== "";
  const text = formatNumber(value, {decimals});
  if (plain) return words === "" ? text : `${text} ${words}`;
  return unit === "pct" ? `${text} %` : unit === "ha" ? `${text} ha` : unit === "eur" ? `${text} €` : text;
}

/** Baseline, target, trajectory, current value with its date and how sure it is. */
export function objectifsTable(published: Published, context: PlanContext, id: string): FigureSpec {
  const targets = targetsOf(published, context);
  const below = targets.filter(({suivi}) => suivi.position === "en deçà").length;
  const unsure = targets.filter(({suivi}) => suivi.position === "indéterminé").length;
  const fine = targets.length - below - unsure;
  return {
    ...planFigure(context, {
      id,
      title: `Sur ${count(targets.length, "objectif")}, ${fine} ${fine > 1 ? "sont" : "est"} au moins dans la trajectoire, ${below} en deçà, ${unsure} sans mesure suffisante`,
      subtitle: "Point de départ, valeur actuelle, trajectoire à sa date et cible",
      reading:
        "La trajectoire est la droite du point de départ à la cible, lue à la date de la valeur actuelle.",
      limits: [
        "Une valeur proche de la cible n'est pas attribuée au programme : elle évolue sur la même période.",
        "« n.d. » : aucune mesure connue."
      ],
      observed: observedIndicators(
        published,
        targets.flatMap(({objectif}) => objectif.indicateur ?? [])
      ),
      columns: [
        texte("axe", "Axe"),
        texte("objectif", "Objectif"),
        texte("depart", "Départ"),
        texte("actuel", "Actuel"),
        texte("trajectoire", "Trajectoire à la date de l'actuel"),
        texte("cible", "Cible"),
        texte("position", "Position"),
        texte("fiabilite", "Fiabilité")
      ],
      rows: targets.map((target) => {
        const {objectif, suivi} = target;
        const dated = (value: number | null, date: string | null) =>
          `${tellTarget(target, value)}${value === null || date === null ? "" : ` au ${formatDate(date)}`}`;
        return {
          axe: axes[objectif.axe],
          objectif: objectif.libelle,
          depart: dated(suivi.reference_valeur, suivi.reference_date),
          actuel: dated(suivi.valeur, suivi.valeur_date),
          trajectoire: tellTarget({...target, decimals: Math.max(1, target.decimals)}, suivi.trajectoire),
          cible: dated(suivi.cible_valeur, suivi.cible_date),
          position: suivi.position,
          fiabilite: suivi.fiabilite
        };
      }),
      whenEmpty: "Aucun objectif n'est écrit : les ajouter dans objectifs.csv."
    }),
    kind: "table"
  };
}

/** One target as lines: what is observed, and the straight line from the baseline to the target. */
export function objectifFigures(
  published: Published,
  context: PlanContext,
  axe?: AxeProgramme
): FigureSpec[] {
  return targetsOf(published, context, axe).flatMap((target) => {
    const figure = objectifFigure(published, context, target);
    return figure ? [figure] : [];
  });
}

function objectifFigure(published: Published, context: PlanContext, target: Target): FigureSpec | null {
  const {objectif, suivi, unit, decimals, words} = target;
  const observed = byYear(suivi.serie);
  if (suivi.reference_valeur === null || suivi.reference_date === null || observed.length === 0) return null;
  const from = yearOf(suivi.reference_date);
  const to = yearOf(suivi.cible_date);
  if (to <= from) return null;
  const rows: FigureRow[] = [
    ...observed.map(({annee, valeur, statut}) => ({
      serie: "Observé",
      annee,
      valeur,
      statut,
      role: "territoire"
    })),
    {serie: "Trajectoire vers la cible", annee: from, valeur: suivi.reference_valeur, role: "reference"},
    {serie: "Trajectoire vers la cible", annee: to, valeur: suivi.cible_valeur, role: "reference"}
  ];
  const name = words === "" ? objectif.libelle : `${objectif.libelle}, en ${words}`;
  return {
    ...planFigure(context, {
      id: `objectif-${objectif.id.toLowerCase()}`,
      title: `${objectif.libelle} : ${tellPosition(target)}`,
      subtitle: `${name} ; départ en ${from}, cible en ${to}`,
      reading: `${tellTarget(target, suivi.reference_valeur)} au départ (${formatDate(suivi.reference_date)}), ${tellTarget(target, suivi.valeur)} ${suivi.valeur_date ? `au ${formatDate(suivi.valeur_date)}` : ""}, pour une cible de ${tellTarget(target, suivi.cible_valeur)} au ${formatDate(suivi.cible_date)}.`,
      limits: [`Mesure : ${suivi.fiabilite}. L'échelle ne part pas de zéro.`],
      columns: [
        texte("serie", "Série"),
        {name: "annee", label: "Année", type: "annee"},
        {name: "valeur", label: "Valeur", type: "nombre", unit, decimals},
        {...texte("role", "Rôle"), hidden: true}
      ],
      rows,
      observed: observedIndicators(published, objectif.indicateur === null ? [] : [objectif.indicateur]),
      whenEmpty: ""
    }),
    kind: "lignes",
    x: "annee",
    y: "valeur",
    series: "serie",
    role: "role",
    baseline: null,
    mark: null,
    provisionalFrom: null
  };
}

function tellPosition({suivi}: Target): string {
  if (suivi.position === "indéterminé") return "pas assez de mesures pour conclure";
  if (suivi.position === "en deçà") return "en deçà de la trajectoire";
  return suivi.position === "atteint" ? "cible atteinte" : suivi.position;
}

/** The last value of each year. */
function byYear(serie: SuiviObjectif["serie"]) {
  const years = new Map(serie.map((point) => [yearOf(point.date), point]));
  return [...years].map(([annee, {valeur, statut}]) => ({annee, valeur, statut}));
}
