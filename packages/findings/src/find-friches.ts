import type {Territoire} from "@observatoire/catalog";
import {agree, joinFr} from "./agree.ts";
import {countVerb, findAbsence} from "./describe-absence.ts";
import {type Finding, type Mesure, makeFinding, type Periode} from "./finding.ts";
import {nameTerritoire} from "./name-territoire.ts";
import {formatStockDate} from "./periode.ts";
import {formatHectares, friches, quantity} from "./quantity.ts";
import {counts, readMesure} from "./rules.ts";

export interface FrichesInput {
  territoire: Territoire;
  periode: Periode;
  nombre: Mesure;
  /** Hectares, each land unit once. */
  surface?: Mesure | null;
  /** Number by status, by code: "sans_projet". */
  statuts?: readonly (Mesure & {code: string})[];
}

const inventory = "L'inventaire est déclaratif et incomplet : une friche absente de la liste peut exister";

/** Friches of the inventory: "Le territoire compte 23 friches recensées, pour 45,6 ha, dont 15 sans projet". */
export function findFriches({territoire, periode, nombre, surface, statuts = []}: FrichesInput): Finding {
  const nom = nameTerritoire(territoire);
  const date = formatStockDate(periode);
  const count = readMesure(nombre, counts);
  if (count.value === null) {
    return findAbsence(`le nombre de friches ${nom.de}`, "m", date, count.statut);
  }
  if (count.value === 0 && !count.minimum) {
    const none = `aucune friche n'est recensée ${nom.ici}`;
    return makeFinding({title: none, reading: [`${date}, ${none}`, inventory], comparison: null});
  }
  const area = surface ? readMesure(surface, counts) : null;
  const over =
    area && area.value !== null && area.value > 0 ? `, pour ${formatHectares(area.value, area)}` : "";
  const known = statuts.flatMap((statut) => {
    const {value} = readMesure(statut, counts);
    return value === null || value === 0 ? [] : [{libelle: nameStatut(statut.code, value), value}];
  });
  const first = known[0];
  const all = first?.value === count.value ? "toutes " : "dont ";
  const among =
    first && count.value > 1 ? `, ${all}${all === "dont " ? `${first.value} ` : ""}${first.libelle}` : "";
  const listed = `${quantity(count.value, friches, count)} ${agree(count.value, "recensée", "recensées")}`;
  const told = `${nom.sujetCourt} ${agree(nom.pluriel ? 2 : 1, "compte", "comptent")} ${listed}${over}${among}`;
  return makeFinding({
    title: told,
    reading: [
      `${date}, ${countVerb(listed)} ${nom.a}${over}`,
      known.length > 1
        ? `par statut : ${joinFr(known.map(({libelle, value}) => `${value} ${libelle}`))}`
        : null,
      inventory
    ],
    alt: `Friches ${nom.de} : ${listed}${over}${known.length > 0 ? ` ; ${joinFr(known.map(({libelle, value}) => `${value} ${libelle}`))}` : ""}`,
    comparison: over === "" ? null : over.slice(2)
  });
}

function nameStatut(code: string, count: number): string {
  if (code === "reconvertie") return agree(count, "reconvertie", "reconverties");
  if (code === "sans_projet") return "sans projet";
  return code === "avec_projet" ? "avec projet" : "de statut inconnu";
}
