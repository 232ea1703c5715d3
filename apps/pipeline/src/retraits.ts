import {createHash} from "node:crypto";
import {appendFileSync, existsSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {DataError} from "@observatoire/catalog";
import {isSiren, isSiret} from "@observatoire/programme";
import type {Project} from "./project.ts";

/** Units that asked the publisher not to be named: `data/retraits.csv`, never published. */
export interface Retraits {
  /** sha256 of their SIREN or SIRET, so that the file names nobody at a glance. */
  hashes: ReadonlySet<string>;
  /** Hash of the file; null when there is none. */
  sha256: string | null;
  /** French sentence when a line does not read: nobody is named until it does. */
  fault: string | null;
}

const header = "empreinte;demande_le";
const retraitsPath = ({data}: Project) => join(data, "retraits.csv");
const hashOf = (text: string) => createHash("sha256").update(text).digest("hex");

export function readRetraits(project: Project): Retraits {
  const path = retraitsPath(project);
  if (!existsSync(path)) return {hashes: new Set(), sha256: null, fault: null};
  const text = readFileSync(path, "utf8");
  const lines = text.replace(/^\ufeff/, "").split(/\r?\n/);
  const wrong = lines.findIndex(
    (line, index) =>
      line !== "" && (index === 0 ? line !== header : !/^[\da-f]{64};\d{4}-\d{2}-\d{2}$/.test(line))
  );
  return {
    hashes: new Set(lines.slice(1).map((line) => line.slice(0, 64))),
    sha256: hashOf(text),
    fault:
      wrong < 0
        ? null
        : `data/retraits.csv, ligne ${wrong + 1} : attendu ${wrong === 0 ? `« ${header} »` : "une empreinte et une date, séparées par un point-virgule"} ; remettre ce fichier depuis la sauvegarde.`
  };
}

/** True when an establishment, or the company it belongs to, asked not to be named. */
export const isWithdrawn = ({hashes}: Retraits, siret: string): boolean =>
  hashes.size > 0 && (hashes.has(hashOf(siret)) || hashes.has(hashOf(siret.slice(0, 9))));

/** Adds a unit to the register; false when it was there. */
export function addRetrait(project: Project, typed: string, now: Date): boolean {
  const code = typed.replace(/\s/g, "");
  if (!isSiren(code) && !isSiret(code)) {
    throw new DataError("USAGE", {
      where: "retrait",
      expected: "un SIREN (9 chiffres) ou un SIRET (14 chiffres) à la clé juste",
      found: typed === "" ? "rien" : `${code.length} signe${code.length > 1 ? "s" : ""}`,
      action: "le recopier de la demande"
    });
  }
  const {hashes, sha256} = readRetraits(project);
  const hash = hashOf(code);
  if (hashes.has(hash)) return false;
  const line = `${hash};${now.toISOString().slice(0, 10)}\n`;
  appendFileSync(retraitsPath(project), sha256 === null ? `${header}\n${line}` : line, {flush: true});
  return true;
}
