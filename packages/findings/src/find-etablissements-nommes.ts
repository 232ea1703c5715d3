import {formatNumber, type Territoire} from "@observatoire/catalog";
import {agree} from "./agree.ts";
import {findAbsence} from "./describe-absence.ts";
import {type Finding, makeFinding, type Periode} from "./finding.ts";
import {nameTerritoire} from "./name-territoire.ts";
import {formatStockDate} from "./periode.ts";
import {type Mots, quantity} from "./quantity.ts";

export interface NommesInput {
  territoire: Territoire;
  periode: Periode;
  /** Employers of ten and more, named or not; null when unknown. */
  total: number | null;
  /** Those that may be named, those of them that have a place, and those in industry. */
  nommes: number;
  situes: number;
  industriels: number;
  /** Why the list is withdrawn, or null. */
  retires: string | null;
}

const mots: Mots = {
  singular: "établissement de dix salariés et plus",
  plural: "établissements de dix salariés et plus"
};

/** The list of establishments that may be named: how many of how many, and how many are industrial. */
export function findEtablissementsNommes(input: NommesInput): Finding {
  const {territoire, periode, total, nommes, situes, industriels, retires} = input;
  const nom = nameTerritoire(territoire);
  const date = formatStockDate(periode);
  const whole =
    total !== null && total >= nommes
      ? `, sur ${quantity(total, {singular: "compté", plural: "comptés"})}`
      : "";
  if (retires) {
    const counted = total === null ? "" : ` : on en compte ${total === 0 ? "aucun" : formatNumber(total)}`;
    return makeFinding({
      title: `la liste des ${mots.plural} ${nom.dici} est retirée${counted}`,
      reading: [retires]
    });
  }
  if (nommes === 0 && total === null) {
    return findAbsence(`la liste des ${mots.plural} ${nom.dici}`, "f", date, "non_disponible");
  }
  if (nommes === 0) {
    const none = `aucun ${mots.singular} ne peut être nommé ${nom.ici}`;
    return makeFinding({title: none, reading: [`${date}, ${none}${total ? whole : ""}`]});
  }
  const industry =
    industriels === 0
      ? "aucun n'est industriel"
      : `${formatNumber(industriels)} ${agree(industriels, "est industriel", "sont industriels")}`;
  const told = `${quantity(nommes, mots)} ${agree(nommes, "peut être nommé", "peuvent être nommés")} ${nom.ici}, dont ${industriels === 0 ? "aucun industriel" : `${formatNumber(industriels)} ${agree(industriels, "industriel", "industriels")}`}`;
  const missing = nommes - situes;
  return makeFinding({
    title: told,
    reading: [
      `${date}, ${quantity(nommes, mots)} ${agree(nommes, "peut être nommé", "peuvent être nommés")} ${nom.a}${whole} ; ${industry}`,
      missing > 0
        ? `${formatNumber(missing)} ${agree(missing, "n'a pas de position assez sûre et n'est que dans le tableau", "n'ont pas de position assez sûre et ne sont que dans le tableau")}`
        : null
    ],
    alt: `Carte des ${mots.plural} ${nom.de} qui peuvent être nommés : ${formatNumber(situes)} ${agree(situes, "point", "points")}, par famille de secteurs et par taille`
  });
}
