import {matchFamily, normalizeHeader} from "./match-header.ts";
import type {SourceFile} from "./source.ts";

/**
 * What changed in the header of a file since its former version, as French sentences: changes that refuse nothing, for
 * columns are bound by name, and that a person should read about. One more year of a family is expected.
 */
export function describeHeaderChanges(
  file: SourceFile,
  before: readonly string[],
  now: readonly string[]
): string[] {
  const former = new Map(before.map((name) => [normalizeHeader(name), name.trim()]));
  const present = new Map(now.map((name) => [normalizeHeader(name), name.trim()]));
  const isYear = (name: string) => (file.families ?? []).some((family) => matchFamily(family, name) !== null);
  const added = [...present].filter(([key, name]) => !former.has(key) && !isYear(name));
  const removed = [...former].filter(([key, name]) => !present.has(key) && !isYear(name));
  const rewritten = [...present].flatMap(([key, name]) => {
    const old = former.get(key);
    return old === undefined || old === name ? [] : [`« ${name} » au lieu de « ${old} »`];
  });
  const order = (one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>) =>
    [...one.keys()].filter((key) => other.has(key)).join("\n");
  return [
    ...list("Colonne ajoutée, que rien ne lit", "Colonnes ajoutées, que rien ne lit", added.map(quoted)),
    ...list("Colonne retirée", "Colonnes retirées", removed.map(quoted)),
    ...list("Colonne écrite autrement", "Colonnes écrites autrement", rewritten),
    ...(order(former, present) === order(present, former)
      ? []
      : ["Colonnes dans un autre ordre ; elles sont lues par leur nom."])
  ];
}

const quoted = ([, name]: readonly [string, string]): string => `« ${name} »`;

function list(one: string, several: string, names: readonly string[]): string[] {
  return names.length === 0 ? [] : [`${names.length > 1 ? several : one} : ${names.join(", ")}.`];
}
