import {type FigureSpec, formatValue} from "@observatoire/catalog";
import type {ChampCompletude} from "@observatoire/programme";
import {planFigure, texte} from "./plan-figure.ts";
import {count} from "./plan-words.ts";
import type {PlanContext} from "./programme-source.ts";

export const champs: Readonly<Record<ChampCompletude, string>> = {
  titre: "Titre",
  description: "Description",
  statut: "Statut",
  pilotes: "Pilote",
  objectifs: "Objectifs",
  indicateurs: "Indicateur",
  budgets: "Budget",
  suivi_recent: "Note de suivi de moins d'un an"
};

/** Which fields of the fiches are filled, and how many are missing under 80 %. */
export function completudeFigure(context: PlanContext, id: string): FigureSpec {
  const {completude} = context.programme.suivi;
  const alerts = completude.filter(({alerte}) => alerte);
  const missing = ({actions, remplies}: {actions: number; remplies: number}) => actions - remplies;
  return {
    ...planFigure(context, {
      id,
      title:
        alerts.length === 0
          ? "Chaque champ est rempli dans 80 % des fiches au moins"
          : `${count(alerts.length, "champ est rempli", "champs sont remplis")} dans moins de 80 % des fiches : ${alerts.map((one) => `${champs[one.champ].toLowerCase()} (${count(missing(one), "manque", "manques")})`).join(", ")}`,
      subtitle: "Part des actions dont le champ est rempli, en % ; sous 80 %, le champ est à compléter",
      reading: completude[0]
        ? `Le champ « ${champs[completude[0].champ]} » est rempli dans ${completude[0].remplies} fiches sur ${completude[0].actions}, soit ${formatValue(completude[0].pourcentage ?? 0, "pct")}.`
        : "",
      limits: ["La note de suivi n'est demandée qu'aux actions créées depuis un an ou plus."],
      columns: [
        texte("champ", "Champ de la fiche"),
        {name: "pourcentage", label: "Fiches remplies", type: "nombre", unit: "pct"},
        {name: "remplies", label: "Remplies", type: "nombre"},
        {name: "actions", label: "Actions concernées", type: "nombre"},
        {name: "manques", label: "Manques", type: "nombre"}
      ],
      rows: completude
        .filter(({pourcentage}) => pourcentage !== null)
        .map((one) => ({
          champ: champs[one.champ],
          pourcentage: one.pourcentage,
          remplies: one.remplies,
          actions: one.actions,
          manques: missing(one)
        })),
      whenEmpty: "Aucune action n'est écrite dans le plan."
    }),
    kind: "barres",
    label: "champ",
    value: "pourcentage",
    order: "lignes"
  };
}
