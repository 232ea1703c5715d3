import {readdirSync} from "node:fs";
import {join, relative} from "node:path";

const leftover = /(\.part|\.wal|\.tmp|\.suivant)$|^\.stage-|^\.en-cours$|^\.verrou|^\.refuse-|^tmp_/;

/** Traces of work that a finished refresh must not leave. */
export function listLeftovers(data: string): string[] {
  return readdirSync(data, {recursive: true, withFileTypes: true})
    .filter(({name}) => leftover.test(name))
    .map((entry) => relative(data, join(entry.parentPath, entry.name)))
    .sort();
}
