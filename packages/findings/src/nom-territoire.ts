import {capitalize} from "./elide.ts";

/** The forms of a territory's name that sentences need. All but `sujet` are written for the middle of a sentence. */
export interface NomTerritoire {
  /** Bare name, as the producer gives it: "Seine-et-Marne". */
  nom: string;
  /** As an object: "la Seine-et-Marne", "Le Pin". */
  le: string;
  /** Complement: "de Seine-et-Marne", "du Pin", "d'Île-de-France". */
  de: string;
  /** Complement with the article kept, after "le reste": "de la Seine-et-Marne", "de l'Île-de-France". */
  deLe: string;
  /** Place: "en Seine-et-Marne", "au Pin", "dans les Yvelines". */
  a: string;
  /** Start of a sentence: "La Seine-et-Marne", "La commune des Lilas". */
  sujet: string;
  /** The same in the middle of a sentence: "la Seine-et-Marne", "la commune des Lilas", "Meaux". */
  il: string;
  /** Verbs after `sujet` are plural: "Les Yvelines comptent". */
  pluriel: boolean;
  /** Place in a title; short for a TI ("dans le territoire"), else the same as `a`. */
  ici: string;
  /** Complement in a title; short for a TI ("du territoire"), else the same as `de`. */
  dici: string;
  /** Start of a title; short for a TI ("Le territoire"), else the same as `sujet`. */
  sujetCourt: string;
}

type Forms = Pick<NomTerritoire, "nom" | "le" | "de" | "a"> & Partial<NomTerritoire>;

/** Fills the forms that follow from the others. */
export function completeForms(forms: Forms): NomTerritoire {
  const il = forms.il ?? forms.le;
  const sujet = capitalize(il);
  return {
    deLe: forms.de,
    pluriel: false,
    ici: forms.a,
    dici: forms.de,
    sujetCourt: sujet,
    ...forms,
    il,
    sujet
  };
}

/** "la CA du Pays de Meaux" → its complement and its place: "de la …", "dans la …". */
export function nameWithArticle(
  nom: string,
  article: "le" | "la" | "l'" | "les",
  following: string
): NomTerritoire {
  const le = article === "l'" ? `l'${following}` : `${article} ${following}`;
  const de = article === "le" ? `du ${following}` : article === "les" ? `des ${following}` : `de ${le}`;
  return completeForms({nom, le, de, a: `dans ${le}`, pluriel: article === "les"});
}
