import {niveaux, type Territoire} from "@observatoire/catalog";
import {nameDepartement} from "./name-departement.ts";
import {nameEpci} from "./name-epci.ts";
import {namePlace, nameZoneEmploi} from "./name-place.ts";
import {nameRegion} from "./name-region.ts";
import {completeForms, type NomTerritoire, nameWithArticle} from "./nom-territoire.ts";

/**
 * Articles and contractions for any territory: `nameTerritoire(t).de` → "du Pin", `.a` → "dans les Yvelines".
 * An empty name becomes that of the level ("la commune"), so that a sentence always stands.
 */
export function nameTerritoire(
  territoire: Pick<Territoire, "niveau" | "code" | "nom" | "tncc">
): NomTerritoire {
  const {niveau, code, tncc} = territoire;
  const nom = territoire.nom.replace(/\s+/g, " ").trim();
  if (niveau === "france") {
    return completeForms({
      nom: "France",
      le: "la France",
      de: "de France",
      deLe: "de la France",
      a: "en France"
    });
  }
  if (nom === "") return nameLevel(niveaux[niveau].article);
  if (niveau === "commune") return namePlace(nom, tncc);
  if (niveau === "epci") return nameEpci(nom);
  if (niveau === "departement") return nameDepartement(code, nom, tncc);
  if (niveau === "region") return nameRegion(code, nom);
  if (niveau === "zone_emploi") return nameZoneEmploi(nom, tncc);
  const full = nameWithArticle(
    nom,
    "le",
    /^territoire d['’]industrie/i.test(nom) ? nom : `Territoire d'industrie ${nom}`
  );
  return niveau === "ti"
    ? {...full, ici: "dans le territoire", dici: "du territoire", sujetCourt: "Le territoire"}
    : full;
}

function nameLevel(withArticle: string): NomTerritoire {
  const parts = /^(le|la|l')\s?(.+)$/.exec(withArticle);
  const article = (parts?.[1] ?? "la") as "le" | "la" | "l'";
  return nameWithArticle(parts?.[2] ?? "commune", article, parts?.[2] ?? "commune");
}
