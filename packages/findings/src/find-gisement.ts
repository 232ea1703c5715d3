import type {Territoire} from "@observatoire/catalog";
import {findAbsence} from "./describe-absence.ts";
import {type Finding, makeFinding, type Periode} from "./finding.ts";
import {nameTerritoire} from "./name-territoire.ts";
import {formatStockDate} from "./periode.ts";

/** Class of the stock of friches (four of them, from the surfaces by status): a class, never a quantity. */
export function findGisement({
  territoire,
  periode,
  classe
}: {
  territoire: Territoire;
  periode: Periode;
  classe: string | null;
}): Finding {
  const nom = nameTerritoire(territoire);
  const date = formatStockDate(periode);
  if (classe === null) {
    return findAbsence(`la classe de gisement de friches ${nom.de}`, "f", date, "non_disponible");
  }
  const label = `« ${classe.charAt(0).toLowerCase()}${classe.slice(1)} »`;
  return makeFinding({
    title: `les friches ${nom.dici} relèvent de la classe ${label}`,
    reading: [
      `${date}, les friches ${nom.de} relèvent de la classe ${label}`,
      "La classe se déduit des surfaces sans projet, avec projet et reconverties de l'inventaire"
    ]
  });
}
