import type {CollectProgress} from "./collect-options.ts";

/** One line for the progress of a collection: "commune_ape 12 Mo sur 40", "commune_ape : nouvel essai dans…". */
export function describeProgress({file, bytes, total, wait}: CollectProgress): string {
  if (wait)
    return `${file}, ${wait.reason} : attente de ${Math.max(1, Math.ceil(wait.ms / 1000))}\u00a0s au plus`;
  if (bytes === 0) return file;
  const inMega = (count: number) => Math.round(count / 1e6);
  return `${file} ${inMega(bytes)}${total ? ` sur ${inMega(total)}` : ""}\u00a0Mo`;
}
