import type {Territoire} from "@observatoire/catalog";
import {formatDate, formatNumber} from "@observatoire/catalog";
import {joinFr} from "./agree.ts";
import {findAbsence} from "./describe-absence.ts";
import {type Finding, type Mesure, makeFinding, type Periode} from "./finding.ts";
import {nameTerritoire} from "./name-territoire.ts";
import {quantity} from "./quantity.ts";
import {counts, readMesure} from "./rules.ts";

export interface DefinitionsInput {
  territoire: Territoire;
  periode: Periode;
  /** One count per definition: "actifs Sirene". */
  comptes: readonly (Mesure & {libelle: string; date: string})[];
}

const etablissements = {singular: "établissement", plural: "établissements"};

/** The same question under several definitions: "Selon la définition, on compte entre environ 2 900 et 10 100 établissements". */
export function findDefinitions({territoire, periode, comptes}: DefinitionsInput): Finding {
  const nom = nameTerritoire(territoire);
  const known = comptes
    .flatMap((compte) => {
      const {value} = readMesure(compte, counts);
      return value === null ? [] : [{...compte, value}];
    })
    .sort((a, b) => a.value - b.value);
  const [low, high] = [known[0], known.at(-1)];
  if (!low || !high) {
    return findAbsence(
      `le nombre d'établissements ${nom.de}`,
      "m",
      `au ${formatDate(periode.to)}`,
      "non_disponible"
    );
  }
  const exact = (value: number) => formatNumber(Math.round(value));
  const [from, to] = [quantity(low.value, etablissements), quantity(high.value, etablissements)];
  const same = low.value === high.value;
  const title =
    known.length === 1
      ? `une seule définition est disponible ${nom.ici} : ${to}`
      : same
        ? `toutes les définitions donnent le même nombre ${nom.ici} : ${to}`
        : low.value === 0
          ? `selon la définition, on compte jusqu'à ${to} ${nom.ici}`
          : `selon la définition, on compte entre ${from.replace(/ (?:d')?établissements?$/, "")} et ${to.replace(/^environ /, "")} ${nom.ici}`;
  const listed = known.map(
    ({libelle, value, date}) => `${exact(value)} pour « ${libelle} » (au ${formatDate(date)})`
  );
  return makeFinding({
    title,
    reading: [
      `${nom.a}, on lit ${joinFr(listed)}`,
      "Ces nombres ne comptent pas la même chose et ne s'additionnent pas"
    ],
    alt: `Nombre d'établissements ${nom.de} selon la définition : ${joinFr(listed)}`
  });
}
