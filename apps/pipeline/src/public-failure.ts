import type {ErrorCode, SourceFailure} from "@observatoire/catalog";

/** Faults whose sentence quotes values of the file: a name or a SIRET may be among them. */
const quoting: Partial<Record<ErrorCode, string>> = {
  TYPE: "des valeurs n'ont pas la forme attendue",
  DIALECT: "le séparateur, l'écriture des nombres ou celle des dates a changé",
  DUPLICATE_KEY: "des lignes qui devraient être uniques se contredisent",
  REFERENCE: "des codes sont inconnus",
  CHECK: "un contrôle de ses données a échoué",
  DRIFT_DUPLICATE: "une colonne y est deux fois",
  OOM: "il demande plus de mémoire que la machine n'en a",
  ENOSPC: "la machine n'a plus assez de place"
};

/** The failure as a page may tell it: what quotes the file stays in the log of the machine. */
export function publicFailure(failure: SourceFailure): SourceFailure {
  const why = quoting[failure.code];
  // Without its header, a file has a row of values in its place.
  if (failure.code === "DRIFT_MISSING")
    return {...failure, message: failure.message.replace(/ colonnes \(« .* »(?:, …)?\)/s, " colonnes")};
  if (why === undefined) return failure;
  const message = `Fichier reçu mais refusé : ${why} ; le détail est dans le journal de l'actualisation.`;
  return {...failure, message};
}
