import {DataError} from "@observatoire/catalog";

/** What DuckDB says when the machine fails it, as a sentence: OOM or ENOSPC. Any other error stays as it is. */
export function asEngineFault(path: string, error: unknown): unknown {
  const message = error instanceof Error ? error.message : "";
  if (/Out of Memory Error/i.test(message)) {
    return new DataError(
      "OOM",
      {
        where: path,
        expected: "assez de mémoire pour ce calcul",
        found: "une mémoire épuisée",
        action: "arrêter d'autres programmes ou donner plus de mémoire à cette machine, puis relancer"
      },
      {cause: error}
    );
  }
  if (/No space left on device|max_temp_directory_size/i.test(message)) {
    return new DataError(
      "ENOSPC",
      {
        where: path,
        expected: "un disque où écrire",
        found: "un disque plein",
        action: "libérer de la place ou déplacer le dossier data, puis relancer"
      },
      {cause: error}
    );
  }
  return error;
}

/** A published base is never written: a log beside it is of another base, whose rows DuckDB would mix in without a word. */
export function foreignLog(path: string): DataError {
  return new DataError("CORRUPT", {
    where: path,
    expected: "une base publiée sans journal d'écriture",
    found: "un fichier « .wal » à côté d'elle, qui y mêlerait d'autres lignes",
    action: "lancer « npx observatoire refresh », qui l'écarte"
  });
}
