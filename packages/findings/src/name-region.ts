import {elide} from "./elide.ts";
import {completeForms, type NomTerritoire} from "./nom-territoire.ts";

/** Article and preposition by region code; INSEE's TNCC says nothing of "la Bretagne" or "en Normandie". */
const usages: Readonly<Record<string, readonly [article: "" | "le" | "la" | "l'" | "les", a: string]>> = {
  "01": ["la", "en"],
  "02": ["la", "en"],
  "03": ["la", "en"],
  "04": ["", "à"],
  "06": ["", "à"],
  "11": ["l'", "en"],
  "24": ["le", "en"],
  "27": ["la", "en"],
  "28": ["la", "en"],
  "32": ["les", "dans les"],
  "44": ["le", "dans le"],
  "52": ["les", "dans les"],
  "53": ["la", "en"],
  "75": ["la", "en"],
  "76": ["l'", "en"],
  "84": ["l'", "en"],
  "93": ["", "en"],
  "94": ["la", "en"]
};

/** Overseas regions keep their article after "de": "de la Guadeloupe". */
const overseas = new Set(["01", "02", "03"]);

/** "l'Île-de-France / d'Île-de-France / en Île-de-France", "les Hauts-de-France / des … / dans les …"… An unknown code is "la région X". */
export function nameRegion(code: string, name: string): NomTerritoire {
  const nom = name.replace(/’/g, "'");
  const usage = usages[code];
  if (!usage) {
    return completeForms({
      nom,
      le: `la région ${nom}`,
      de: `de la région ${nom}`,
      a: `dans la région ${nom}`
    });
  }
  const [article, a] = usage;
  const le = article === "l'" ? `l'${nom}` : article ? `${article} ${nom}` : nom;
  const place = `${a} ${nom}`;
  if (article === "le") return completeForms({nom, le, de: `du ${nom}`, a: place});
  if (article === "les") return completeForms({nom, le, de: `des ${nom}`, a: place, pluriel: true});
  const deLe = article ? `de ${le}` : `de ${nom}`;
  return completeForms({nom, le, de: overseas.has(code) ? deLe : elide("de", nom), deLe, a: place});
}
