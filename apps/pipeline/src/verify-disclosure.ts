import {readdirSync, readFileSync, statSync} from "node:fs";
import {extname, join} from "node:path";
import {DataError} from "@observatoire/catalog";
import {openWarehouse, quoteIdentifier, quoteText, type Warehouse} from "@observatoire/warehouse";
import {unzipSync} from "fflate";
import type {Retraits} from "./retraits.ts";

/** What no byte of the site may hold: identifiers and names of whom the law protects, by kind. */
export interface Forbidden {
  /** SIRET and SIREN of units in partial diffusion, of natural persons, and of units that asked not to be named. */
  identifiers: ReadonlySet<string>;
  /** Codes of the perimeter's communes: a parcel number starts with one. */
  communes: ReadonlySet<string>;
}

/** Reads in the warehouse what the output must be free of. */
export async function readForbidden(warehouse: Warehouse, retraits: Retraits): Promise<Forbidden> {
  const withdrawn = [...retraits.hashes, ""].map(quoteText).join(", ");
  const identifiers = await warehouse.all<{code: string}>(
    `select siret as code from staging.sirene_etablissement__etablissement where not coalesce(est_diffusible, false)
     union
     select unnest([siege.siret, siege.siren]) as code from staging.sirene_etablissement__siege as siege
     semi join (
        from staging.sirene_unite_legale__unite_legale where not coalesce(est_diffusible, false) or est_personne_physique
     ) as unite on unite.siren = siege.siren
     union
     select etablissement.siret as code from staging.sirene_etablissement__etablissement as etablissement
     semi join (
        from staging.sirene_unite_legale__unite_legale where not coalesce(est_diffusible, false) or est_personne_physique
     ) as unite on unite.siren = etablissement.siren
     union
     select siren as code from staging.sirene_unite_legale__unite_legale
     where not coalesce(est_diffusible, false) or est_personne_physique
     union
     select unnest(case when sha256(siren) in (${withdrawn}) then [siret, siren] else [siret] end) as code
     from staging.sirene_etablissement__etablissement
     where sha256(siret) in (${withdrawn}) or sha256(siren) in (${withdrawn})`
  );
  const communes = await warehouse.all<{code: string}>(
    "select code_source as code from staging.perimetre__code"
  );
  return {
    identifiers: new Set(identifiers.map(({code}) => code)),
    communes: new Set(communes.map(({code}) => code))
  };
}

/**
 * The disclosure gate, last step before publishing: reads every file of the site, tables included, and throws DISCLOSURE
 * at the first masked value, protected identifier, DVF row or parcel. Returns the number of files read. `verified`: a site
 * that the same warehouse let through; a file that is a link to one of its own needs no second reading.
 */
export async function verifyDisclosure(
  site: string,
  forbidden: Forbidden,
  verified: string | null = null
): Promise<number> {
  const files = readdirSync(site, {recursive: true, encoding: "utf8", withFileTypes: true})
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  for (const file of files) {
    // Each frozen session was read apart: one that may no longer be shown stops nothing.
    if (file.startsWith(join(site, "seances/"))) continue;
    if (verified !== null && isSameFile(file, join(verified, file.slice(site.length)))) continue;
    const text = await readContent(file);
    const found = findForbidden(text, forbidden);
    if (found === null) continue;
    throw new DataError("DISCLOSURE", {
      where: file.slice(site.length + 1),
      expected: "aucune donnée protégée dans ce qui est publié",
      found,
      action:
        "ne rien publier et corriger la page ou la table qui l'écrit (le passage précédent reste publié)"
    });
  }
  return files.length;
}

function isSameFile(a: string, b: string): boolean {
  const [one, other] = [a, b].map((path) => statSync(path, {throwIfNoEntry: false}));
  return one !== undefined && other !== undefined && one.ino === other.ino && one.dev === other.dev;
}

/** The first protected thing in a text, described without repeating it; null when there is none. */
export function findForbidden(text: string, {identifiers, communes}: Forbidden): string | null {
  if (text.includes("[ND]")) return "une valeur « [ND] » de Sirene";
  for (const [number] of text.matchAll(/(?<!\d)(?:\d{14}|\d{9})(?!\d)/g)) {
    if (identifiers.has(number)) {
      return "l'identifiant d'une unité en diffusion partielle ou d'une personne physique";
    }
  }
  for (const [parcel] of text.matchAll(
    /(?<![0-9A-Za-z])(?:\d{5}|2[AB]\d{3})\d{3}[0-9A-Z][A-Z]\d{4}(?![0-9A-Za-z])/g
  )) {
    if (communes.has(parcel.slice(0, 5))) return "un numéro de parcelle cadastrale";
  }
  if (/(?<![\d-])20\d\d-\d{5,}(?!\d)/.test(text)) return "l'identifiant d'une mutation DVF";
  return null;
}

/** Text of a file, out of what compresses it. A PDF holds numbers of glyphs: it is made from the same figures as its neighbours. */
async function readContent(file: string): Promise<string> {
  if (extname(file) === ".parquet") return readTable(file);
  const bytes = readFileSync(file);
  if (!/^\.(xlsx|pptx)$/.test(extname(file))) return bytes.toString();
  return Object.values(unzipSync(bytes))
    .map((part) => Buffer.from(part).toString())
    .join("\n");
}

/** Distinct texts of a Parquet table: compressed, its bytes would hide them. */
async function readTable(path: string): Promise<string> {
  const memory = await openWarehouse(":memory:");
  try {
    const relation = `read_parquet(${quoteText(path)})`;
    const columns = await memory.all<{column_name: string; column_type: string}>(`describe from ${relation}`);
    // A measure identifies nobody; an identifier stored as an integer does.
    const cells = columns
      .filter(({column_type}) => !/^(DOUBLE|FLOAT|DATE|BOOLEAN|TIMESTAMP)/.test(column_type))
      .map(
        ({column_name}) =>
          `select distinct ${quoteIdentifier(column_name)}::varchar as texte from ${relation}`
      );
    const rows = await memory.all<{texte: string | null}>(cells.join(" union "));
    return rows.map(({texte}) => texte ?? "").join("\n");
  } finally {
    memory.close();
  }
}
