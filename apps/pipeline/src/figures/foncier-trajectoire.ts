import {type FigureSpec, formatPeriod, type Territoire} from "@observatoire/catalog";
import {findTrajectoire, nameRepere, nameTerritoire} from "@observatoire/findings";
import type {Published} from "../published.ts";
import {pick} from "./base100.ts";
import {figureBase} from "./figure-base.ts";
import {readMeasure, readPeriod} from "./measure.ts";
import {communesOf, lastRow, yearOf} from "./values.ts";

/** Code of the région whose plan sets its own frame. */
const ileDeFrance = "11";
const terms = ["reference", "autorisee", "consommee", "projetee"] as const;

/** Decade of reference, half of it, what was consumed since, and its pace over ten years. */
export function trajectoireFigure(published: Published, territoire: Territoire, id: string): FigureSpec {
  const read = (modalite: (typeof terms)[number]) =>
    lastRow(published, "trajectoire_enaf", territoire, {dimension: "trajectoire", modalite});
  const inIleDeFrance = communesOf(published, territoire).some(
    ({code_region}) => code_region === ileDeFrance
  );
  const names = published.modalites.trajectoire ?? {};
  const decade = readPeriod(published, read("reference"));
  const since = readPeriod(published, read("consommee"));
  const sentences = findTrajectoire({
    territoire,
    ileDeFrance: inIleDeFrance,
    decennie: decade,
    depuis: since,
    reference: readMeasure(read("reference")),
    repere: readMeasure(read("autorisee")),
    consommee: readMeasure(read("consommee")),
    projetee: readMeasure(read("projetee"))
  });
  const label = (term: (typeof terms)[number]) => {
    if (term === "autorisee" && inIleDeFrance) return "Repère national (non prescriptif)";
    if (term === "consommee") return `Consommé depuis ${yearOf(since.from)}`;
    return names[term]?.court ?? term;
  };
  return {
    ...figureBase(published, {
      id,
      indicators: ["trajectoire_enaf", "taux_trajectoire"],
      ...pick(sentences),
      subtitle: `Espaces consommés ${nameTerritoire(territoire).a}, en hectares : décennie de référence (${formatPeriod(decade.from, decade.to)}), ${nameRepere(inIleDeFrance)}, consommé depuis (${formatPeriod(since.from, since.to)}), projeté sur dix ans`,
      columns: [
        {name: "terme", label: "Terme", type: "texte"},
        {name: "valeur", label: "Hectares", type: "nombre", unit: "ha", decimals: 1},
        {name: "periode", label: "Période", type: "texte"},
        {name: "role", label: "Rôle", type: "texte", hidden: true}
      ],
      rows: terms.flatMap((term) => {
        const row = read(term);
        if (!row) return [];
        return [
          {
            terme: label(term),
            ...readMeasure(row),
            periode: formatPeriod(row.periode_debut, row.periode_fin),
            role: term === "autorisee" ? ("reference" as const) : ("territoire" as const)
          }
        ];
      }),
      period: {from: decade.from, to: since.to}
    }),
    kind: "barres",
    label: "terme",
    value: "valeur",
    role: "role",
    order: "lignes"
  };
}
