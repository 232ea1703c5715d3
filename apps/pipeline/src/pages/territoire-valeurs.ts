import type {Territoire} from "@observatoire/catalog";
import {nameTerritoire} from "@observatoire/findings";

/** Forms of a territory's name that the shells' prose uses. */
export function territoireValeurs(territoire: Territoire): Record<string, string> {
  const {nom, le, de, a, sujet} = nameTerritoire(territoire);
  return {
    "territoire.nom": nom,
    "territoire.le": le,
    "territoire.de": de,
    "territoire.a": a,
    "territoire.sujet": sujet
  };
}
