import type {Territoire} from "@observatoire/catalog";
import {agree} from "./agree.ts";
import {findAbsence} from "./describe-absence.ts";
import {type Finding, type Mesure, makeFinding, type Periode} from "./finding.ts";
import {nameTerritoire} from "./name-territoire.ts";
import {formatBounds} from "./periode.ts";
import {formatHectares, formatShare} from "./quantity.ts";
import {counts, minimumHectares, readMesure} from "./rules.ts";

export interface TrajectoireInput {
  territoire: Territoire;
  /** Wholly or partly in Île-de-France, where the national frame does not bind. */
  ileDeFrance: boolean;
  /** Decade of reference, and what is known since. */
  decennie: Periode;
  depuis: Periode;
  /** All in ha. */
  reference: Mesure;
  repere: Mesure;
  consommee: Mesure;
  projetee: Mesure;
}

/** The frame, as the law has it for the territory. */
export function nameRepere(ileDeFrance: boolean): string {
  return ileDeFrance
    ? "repère national −50\u00a0% (non prescriptif en Île-de-France)"
    : "repère national −50\u00a0%";
}

/** Projection of the pace since the decade of reference, against half of that decade; never a ceiling of the commune. */
export function findTrajectoire(input: TrajectoireInput): Finding {
  const {territoire, ileDeFrance, decennie, depuis} = input;
  const nom = nameTerritoire(territoire);
  const [reference, repere, consommee, projetee] = [
    input.reference,
    input.repere,
    input.consommee,
    input.projetee
  ].map((mesure) => readMesure(mesure, counts));
  const frame = nameRepere(ileDeFrance);
  const past =
    reference?.value != null ? `${formatBounds(decennie)}, ${tell(reference.value)} ${nom.a}` : null;
  const recent = consommee?.value != null ? `${formatBounds(depuis)}, ${tell(consommee.value)}` : null;
  const limits = ileDeFrance
    ? "En Île-de-France, le schéma directeur régional (SDRIF-E) fixe son propre cadre et mesure la consommation avec le mode d'occupation du sol (MOS) : ce repère n'y est pas prescriptif"
    : "Ce repère est celui de la loi pour l'ensemble du pays : les documents régionaux et locaux le répartissent, il n'est pas le plafond d'une commune";
  if (projetee?.value == null || repere?.value == null) {
    if (!past) {
      return findAbsence(
        `la trajectoire de consommation d'espaces ${nom.dici}`,
        "f",
        formatBounds(decennie),
        projetee?.statut ?? "non_disponible"
      );
    }
    return makeFinding({
      title: past,
      reading: [
        past,
        recent,
        "La période qui suit n'est pas encore connue : aucune projection n'est faite",
        limits
      ]
    });
  }
  const share = repere.value >= minimumHectares ? (100 * projetee.value) / repere.value : null;
  const half = `${formatHectares(repere.value)}`;
  const told =
    share === null
      ? `${formatHectares(projetee.value)} ${nom.ici}, pour un ${frame} de ${half}`
      : `${formatHectares(projetee.value)} ${nom.ici}, soit ${formatShare(share)} du ${frame}`;
  const title = `Au rythme observé depuis ${depuis.from.slice(0, 4)}, la consommation projetée sur dix ans est de ${told}`;
  return makeFinding({
    title,
    reading: [
      past,
      recent,
      `Au même rythme pendant dix ans, on aurait ${formatHectares(projetee.value)} ; le ${frame} est de ${half}`,
      limits
    ],
    alt: `Hectares ${nom.de} : ${reference?.value != null ? formatHectares(reference.value) : "non disponible"} pendant la décennie de référence, ${half} pour le repère national, ${consommee?.value != null ? formatHectares(consommee.value) : "non disponible"} depuis, ${formatHectares(projetee.value)} projetés sur dix ans`,
    comparison: share === null ? null : `projection à ${formatShare(share)} du ${frame}`
  });
}

const tell = (value: number) =>
  value === 0
    ? "aucun hectare n'a été consommé"
    : `${formatHectares(value)} ${agree(value, "a été consommé", "ont été consommés")}`;
