import type {ErrorCode, SourceFailure} from "@observatoire/catalog";

/** Faults whose sentence quotes values of the file: a name or a SIRET may be among them. */
const quoting: Partial<Record<ErrorCode, string>> = {
  TYPE: "des valeurs n'ont pas la forme attendue",
  DUPLICATE_KEY: "des lignes qui devraient être uniques se contredisent",
  REFERENCE: "des codes sont inconnus",
  CHECK: "un contrôle de ses données a échoué"
};

/** The failure as a page may tell it: what quotes the file stays in the log of the machine. */
export function publicFailure(source: string, failure: SourceFailure): SourceFailure {
  const why = quoting[failure.code];
  if (why === undefined) return failure;
  const message = `${source} : fichier reçu mais refusé, ${why} ; le détail est dans le journal de l'actualisation.`;
  return {...failure, message};
}
