import {elide} from "./elide.ts";
import {completeForms, type NomTerritoire, nameWithArticle} from "./nom-territoire.ts";

const sigles: Readonly<Record<string, string>> = {
  CA: "communauté d'agglomération",
  CC: "communauté de communes",
  CU: "communauté urbaine",
  ME: "métropole"
};

/** "la CA du Pays de Meaux", "la métropole de Lyon", "l'Eurométropole de Strasbourg", "Dijon Métropole". */
export function nameEpci(name: string): NomTerritoire {
  const nom = name.replace(/’/g, "'").trim();
  if (/^(?:CA|CC|CU) /.test(nom)) return nameWithArticle(nom, "la", nom);
  if (/^ME /.test(nom)) return nameWithArticle(nom, "la", `métropole ${nom.slice(3)}`);
  if (/^(?:Métropole|Communauté)(?= |$)/i.test(nom)) {
    return nameWithArticle(nom, "la", nom.charAt(0).toLocaleLowerCase("fr") + nom.slice(1));
  }
  if (/^Eurométropole\b/.test(nom)) return nameWithArticle(nom, "l'", nom);
  if (/Métropole/.test(nom)) return completeForms({nom, le: nom, de: elide("de", nom), a: `à ${nom}`});
  return nameWithArticle(nom, "l'", `intercommunalité ${nom}`);
}

/** Name with its acronym spelled, for a first use: "communauté d'agglomération du Pays de Meaux". */
export function spellEpci(name: string): string {
  return name.replace(/^(CA|CC|CU|ME)(?= )/, (sigle) => sigles[sigle] ?? sigle);
}
