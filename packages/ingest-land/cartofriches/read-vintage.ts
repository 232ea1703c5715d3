import {DataError, formatDate, type OpenedFile} from "@observatoire/catalog";

/**
 * The day of the release, which the producer writes in the name of its file; else the latest update of a record that
 * can be read: of the whole file when dates are ISO, of the first records when they are jj/mm/aaaa.
 */
export async function readVintage(file: OpenedFile): Promise<{vintage: string; vintageDate: string}> {
  const [named] = /\d{4}-\d{2}-\d{2}/.exec(file.name) ?? [];
  const vintageDate = named ?? (await readLatestUpdate(file));
  if (vintageDate === undefined) {
    throw new DataError("DRIFT_MISSING", {
      where: file.name,
      expected: "une date de diffusion dans le nom du fichier, ou des dates dans « site_actu_date »",
      found: "aucune date",
      action: "garder au fichier le nom que lui donne le Cerema (friches-standard-AAAA-MM-JJ.csv)"
    });
  }
  return {vintage: formatDate(vintageDate), vintageDate};
}

async function readLatestUpdate({header, sample, max}: OpenedFile): Promise<string | undefined> {
  const last = await max("site_actu_date");
  if (last !== null && /^\d{4}-\d{2}-\d{2}$/.test(last)) return last;
  const index = header.findIndex((name) => name.trim().toLowerCase() === "site_actu_date");
  return sample
    .map((record) => (record[index] ?? "").replace(/^(\d{2})\/(\d{2})\/(\d{4})$/, "$3-$2-$1"))
    .filter((date) => /^\d{4}-\d{2}-\d{2}$/.test(date))
    .sort()
    .at(-1);
}
