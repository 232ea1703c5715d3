import {elide, startsWithVowel} from "./elide.ts";
import {completeForms, type NomTerritoire} from "./nom-territoire.ts";

const articles: Readonly<Record<number, string>> = {
  2: "Le ",
  3: "La ",
  4: "Les ",
  5: "L'",
  6: "Aux ",
  7: "Las ",
  8: "Los "
};

/**
 * A commune, or a place named like one. INSEE's TNCC decides the elision (0 none, 1 elided) and adds an article that
 * the name lacks; an article written in the name contracts whatever the TNCC: "Le Pin" → "du Pin", "au Pin".
 */
export function namePlace(name: string, tncc: number | null): NomTerritoire {
  const nom = withArticle(name.replace(/’/g, "'"), tncc);
  const contracted = /^(Le|Les|Aux) (.+)$/.exec(nom);
  if (contracted) {
    const [, article, bare] = contracted;
    const plural = article !== "Le";
    const de = `${plural ? "des" : "du"} ${bare}`;
    return completeForms({
      nom,
      le: nom,
      de,
      a: `${plural ? "aux" : "au"} ${bare}`,
      ...(plural && {il: `la commune ${de}`})
    });
  }
  const hasArticle = /^(?:L'|La |Las |Los )/.test(nom);
  const elided = !hasArticle && (tncc === 1 || (tncc !== 0 && startsWithVowel(nom)));
  const de = elided ? `d'${nom}` : `de ${nom}`;
  const il = /^(?:Las|Los) /.test(nom) ? {il: `la commune ${de}`} : {};
  return completeForms({nom, le: nom, de, a: `à ${nom}`, ...il});
}

function withArticle(name: string, tncc: number | null): string {
  const article = articles[tncc ?? 0];
  if (!article || name.startsWith(article)) return name;
  return /^(?:Le|La|Les|Las|Los|Aux) |^L'/.test(name) ? name : article + name;
}

/** "la zone d'emploi de Meaux", "… du Havre", "… de La Roche-sur-Yon", "… d'Amiens". */
export function nameZoneEmploi(nom: string, tncc: number | null): NomTerritoire {
  const le = `la zone d'emploi ${namePlace(nom, tncc).de}`;
  return completeForms({nom, le, de: elide("de", le), a: `dans ${le}`});
}
