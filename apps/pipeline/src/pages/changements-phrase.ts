import {formatDate, formatNumber} from "@observatoire/catalog";
import type {Changements, ChangeReason} from "../changement.ts";

/** The page in one sentence: since when, how many indicators, which kind of news. */
export function tellChanges({etat, depuis, date, indicateurs, sources, perimetre}: Changements): string {
  if (etat === "premier")
    return `Première version publiée, le ${formatDate(date)} : il n'y a encore rien à comparer.`;
  if (depuis === null) {
    return "La comparaison avec la version précédente n'a pas pu être faite : ce qui a changé n'est pas connu.";
  }
  const since = `Depuis la version du ${formatDate(depuis.date)} :`;
  const news = [
    count(
      idsWhere(indicateurs, ({revisees}) => revisees > 0).size,
      "indicateur révisé",
      "indicateurs révisés"
    ),
    count(countOnlyAdded(indicateurs), "indicateur complété", "indicateurs complétés"),
    count(countOnlyRemoved(indicateurs), "indicateur réduit", "indicateurs réduits"),
    count(sources.filter(isReason("nouveau_millesime")).length, "nouveau millésime", "nouveaux millésimes"),
    count(sources.filter(({avant}) => avant === null).length, "source nouvelle", "sources nouvelles"),
    count(sources.filter(({apres}) => apres === null).length, "source disparue", "sources disparues"),
    count(
      sources.filter(isReason("simulation")).length,
      "source passée du simulé au réel ou l'inverse",
      "sources passées du simulé au réel ou l'inverse"
    ),
    count(sources.filter(isReason("revision")).length, "fichier corrigé", "fichiers corrigés"),
    count(perimetre.entrees.length, "commune entrée dans le périmètre", "communes entrées dans le périmètre"),
    count(perimetre.sorties.length, "commune sortie du périmètre", "communes sorties du périmètre")
  ].filter((part) => part !== "");
  if (indicateurs.length > 0) return `${since} ${news.join(", ")}.`;
  const files = news.length === 0 ? "" : ` (${news.join(", ")}, sans effet sur les valeurs)`;
  return `${since} aucun changement dans les valeurs affichées${files}.`;
}

/** « 2 620 valeurs révisées, 40 ajoutées, 1 retirée » */
export function tellCounts({revisees, ajoutees, retirees}: Counts): string {
  const parts = [
    [revisees, "révisée"],
    [ajoutees, "ajoutée"],
    [retirees, "retirée"]
  ] as const;
  return parts
    .filter(([number]) => number > 0)
    .map(([number, word], index) => {
      const plural = number > 1 ? "s" : "";
      return `${formatNumber(number)} ${index === 0 ? `valeur${plural} ` : ""}${word}${plural}`;
    })
    .join(", ");
}

export interface Counts {
  revisees: number;
  ajoutees: number;
  retirees: number;
}

type Indicateurs = Changements["indicateurs"];

function idsWhere(indicateurs: Indicateurs, test: (counts: Counts) => boolean): Set<string> {
  return new Set(indicateurs.filter(test).map(({indicateur}) => indicateur));
}

function countOnlyAdded(indicateurs: Indicateurs): number {
  const revised = idsWhere(indicateurs, ({revisees}) => revisees > 0);
  const added = idsWhere(indicateurs, ({ajoutees}) => ajoutees > 0);
  return [...added].filter((id) => !revised.has(id)).length;
}

function countOnlyRemoved(indicateurs: Indicateurs): number {
  const other = idsWhere(indicateurs, ({revisees, ajoutees}) => revisees + ajoutees > 0);
  return [...idsWhere(indicateurs, () => true)].filter((id) => !other.has(id)).length;
}

const isReason =
  (reason: ChangeReason) =>
  ({motif}: {motif: ChangeReason}) =>
    motif === reason;

function count(number: number, one: string, many: string): string {
  return number === 0 ? "" : `${formatNumber(number)} ${number > 1 ? many : one}`;
}
