import type {Territoire} from "@observatoire/catalog";
import {joinFr} from "./agree.ts";
import {countVerb, findAbsence} from "./describe-absence.ts";
import {type Finding, type Mesure, makeFinding, type Periode} from "./finding.ts";
import {nameTerritoire} from "./name-territoire.ts";
import {formatBounds} from "./periode.ts";
import {type Mots, quantity} from "./quantity.ts";
import {counts, readMesure} from "./rules.ts";

const locauxMots: Mots = {
  singular: "vente de locaux d'activité",
  plural: "ventes de locaux d'activité",
  feminine: true
};
const terrainsMots: Mots = {
  singular: "vente de terrains à bâtir",
  plural: "ventes de terrains à bâtir",
  feminine: true
};

/** Sales of both kinds over the window: "Du … au …, on compte 140 ventes de locaux d'activité et 32 ventes de terrains à bâtir dans le territoire". */
export function findVentes(input: {
  territoire: Territoire;
  periode: Periode;
  locaux: Mesure;
  terrains: Mesure;
}): Finding {
  const {territoire, periode} = input;
  const nom = nameTerritoire(territoire);
  const date = formatBounds(periode);
  const both = [
    {...readMesure(input.locaux, counts), mots: locauxMots},
    {...readMesure(input.terrains, counts), mots: terrainsMots}
  ];
  const known = both.flatMap((one) =>
    one.value === null ? [] : [{text: quantity(one.value, one.mots), ...one}]
  );
  const secret = both.filter(({statut}) => statut === "secret");
  if (known.length === 0) {
    return findAbsence(`le nombre de ventes ${nom.dici}`, "m", date, secret[0]?.statut ?? "non_disponible");
  }
  const positive = known.filter(({value}) => value !== 0);
  const shown = positive.length > 0 ? positive : known;
  const told = countVerb(
    positive.length > 0 ? joinFr(shown.map(({text}) => text)) : shown.map(({text}) => text).join(" ni ")
  );
  const hidden = secret.map(({mots}) => mots.plural);
  return makeFinding({
    title: `${date}, ${told} ${nom.ici}`,
    reading: [
      `${date}, ${told} ${nom.a}`,
      hidden.length > 0 ? `le nombre de ${joinFr(hidden)} est masqué, car trop petit` : null
    ]
  });
}
