/** Licences under which a source is published. Closed list: a new licence is a decision, not a string. */
export const licences = {
  "licence-ouverte-2.0": {
    title: "Licence Ouverte 2.0",
    url: "https://www.etalab.gouv.fr/licence-ouverte-open-licence/",
    shareAlike: false
  },
  "odbl-1.0": {
    title: "Open Database License (ODbL) 1.0",
    url: "https://opendatacommons.org/licenses/odbl/1-0/",
    shareAlike: true
  }
} as const;

export type LicenceId = keyof typeof licences;

/** The licence of a table made from several sources: share-alike wins. */
export function combineLicences(ids: readonly LicenceId[]): LicenceId {
  return ids.find((id) => licences[id].shareAlike) ?? "licence-ouverte-2.0";
}
