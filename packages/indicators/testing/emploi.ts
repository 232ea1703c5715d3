import type {Row} from "./build-from.ts";

const dimensions: Readonly<Record<string, string>> = {
  GS: "grand_secteur",
  A17: "a17",
  A38: "a38",
  A88: "a88"
};

/** What a test says of employment; the rest is filled with the usual values. */
export interface Emploi {
  territoire: string;
  annee: number;
  /** "TOTAL" (with interim), "HORS" (without), "GS", "A17", "A38" or "A88". */
  nomenclature: string;
  modalite?: string;
  effectif: number | null;
  inconnues?: number;
  absentes?: number;
}

/** Row of `core.emploi_territoire`: `territoire` is `niveau:code`. */
export function emploi(given: Emploi): Row {
  const {territoire, annee, nomenclature, modalite = "_T", effectif, inconnues = 0, absentes = 0} = given;
  const [niveau = "", code = ""] = territoire.split(":");
  const isTotal = nomenclature === "TOTAL" || nomenclature === "HORS";
  return {
    niveau,
    code_territoire: code,
    annee,
    dimension: isTotal ? (nomenclature === "HORS" ? "hors_interim" : "total") : dimensions[nomenclature]!,
    nomenclature: isTotal ? "TOTAL" : nomenclature,
    modalite,
    est_hors_interim: nomenclature !== "TOTAL" && nomenclature !== "GS",
    effectif,
    etablissements: effectif === null ? null : effectif / 10,
    cellules_inconnues: inconnues,
    etablissements_inconnus: inconnues,
    communes: 1,
    communes_absentes: absentes
  };
}

/** Row of `core.territoire_reference`: both are `niveau:code`. */
export function reference(territoire: string, autour: string): Row {
  const [niveau = "", code = ""] = territoire.split(":");
  const [niveauReference = "", codeReference = ""] = autour.split(":");
  return {
    niveau,
    code_territoire: code,
    niveau_reference: niveauReference,
    code_reference: codeReference,
    reference: autour,
    est_meme_territoire: territoire === autour
  };
}

/** Row of `core.periode_reference`. */
export function periode(debut: number, fin: number): Row {
  return {periode: "ensemble", annee_debut: debut, annee_fin: fin};
}
