import {elide} from "./elide.ts";
import {completeForms, type NomTerritoire} from "./nom-territoire.ts";

/** TNCC of the départements (COG 2026), for callers whose territory comes without it. */
const codesByTncc = [
  "49 54 71 75 77 974 976",
  "28 35 37",
  "14 15 18 25 29 30 32 39 41 45 46 47 56 59 62 63 67 68 69 81 82 83 84 90 94 95",
  "16 17 19 21 23 24 26 2A 2B 31 33 42 43 44 48 50 51 52 53 55 57 58 70 72 73 74 76 80 85 86 87 93 971 972 973",
  "04 05 06 08 13 22 40 64 65 66 78 79 88 92",
  "01 02 03 07 09 10 11 12 27 34 36 38 60 61 89 91"
].map((codes) => codes.split(" "));

/** Names used without article after "de" and "en" although they have one elsewhere ("la Seine-et-Marne"). */
const hiddenArticles: Readonly<Record<string, "le" | "la">> = {
  "49": "le",
  "54": "la",
  "71": "la",
  "77": "la"
};

/** Départements of TNCC 3 and 5 for which usage says "en", not "dans la" nor "dans l'". */
const withEn = new Set(
  "07 09 16 17 19 21 24 2A 2B 31 33 38 43 44 48 52 53 57 70 73 74 76 85 87 93 971 972 973".split(" ")
);

/** "la Seine-et-Marne / de Seine-et-Marne / en Seine-et-Marne", "les Yvelines / des Yvelines / dans les Yvelines"… */
export function nameDepartement(code: string, name: string, givenTncc: number | null): NomTerritoire {
  const nom = name.replace(/’/g, "'");
  const tncc = givenTncc ?? codesByTncc.findIndex((codes) => codes.includes(code.toUpperCase()));
  const hidden = hiddenArticles[code];
  const en = withEn.has(code.toUpperCase());
  if (tncc === 0 && hidden) {
    const deLe = hidden === "le" ? `du ${nom}` : `de la ${nom}`;
    return completeForms({nom, le: `${hidden} ${nom}`, de: `de ${nom}`, deLe, a: `en ${nom}`});
  }
  if (tncc === 1) {
    return completeForms({nom, le: `l'${nom}`, de: `d'${nom}`, deLe: `de l'${nom}`, a: `en ${nom}`});
  }
  if (tncc === 2) return completeForms({nom, le: `le ${nom}`, de: `du ${nom}`, a: `dans le ${nom}`});
  if (tncc === 3) {
    return completeForms({nom, le: `la ${nom}`, de: `de la ${nom}`, a: en ? `en ${nom}` : `dans la ${nom}`});
  }
  if (tncc === 4) {
    return completeForms({nom, le: `les ${nom}`, de: `des ${nom}`, a: `dans les ${nom}`, pluriel: true});
  }
  if (tncc === 5) {
    return completeForms({nom, le: `l'${nom}`, de: `de l'${nom}`, a: en ? `en ${nom}` : `dans l'${nom}`});
  }
  return completeForms({nom, le: nom, de: elide("de", nom), a: `à ${nom}`});
}
