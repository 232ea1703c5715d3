import {readdirSync, readFileSync} from "node:fs";
import {extname, join, relative} from "node:path";
import {DataError} from "@observatoire/catalog";
import {filterPlan, type Plan, tablesPlan} from "@observatoire/programme";
import {unzipSync} from "fflate";

/** A shorter text (« Foncier économique ») may be said by any page; letters and digits alone are counted. */
const shortest = 20;
/** The name of a company or of a partner is told by fewer signs. */
const shortestName = 10;
const names = new Set(["nom", "beneficiaire", "industriel_referent", "contact"]);

/** A text that only a reserved row holds, as words, and the row. */
export interface Reserved {
  text: string;
  /** Its longest word, one that no public row says if there is one. */
  word: string;
  row: string;
}

/** Texts that only rows reserved to the committee hold: what a public row also says is public. */
export function listConfidential(plan: Plan): Reserved[] {
  const open = filterPlan(plan, "public");
  const told = textsOf(open, new Set())
    .map(({text}) => text)
    .join("\n");
  const words = new Set(JSON.stringify(open).match(/[\p{L}\p{N}]+/gu));
  const found = new Map(textsOf(plan, words).map((one) => [one.text, one]));
  return [...found.values()].filter(({text}) => !told.includes(text));
}

/** `common`: words that public rows say, poor at telling a text by. */
function textsOf(plan: Plan, common: ReadonlySet<string>): Reserved[] {
  return tablesPlan.flatMap((table) =>
    plan[table].flatMap((row) =>
      Object.entries(row).flatMap(([column, value]) => {
        if (typeof value !== "string") return [];
        const text = wordsOf(value);
        const minimum = names.has(column) ? shortestName : shortest;
        const isCommon = (one: string) => Number(common.has(one));
        const [word = ""] =
          value.match(/[\p{L}\p{N}]+/gu)?.sort((a, b) => isCommon(a) - isCommon(b) || b.length - a.length) ??
          [];
        return text.replaceAll(" ", "").length >= minimum
          ? [{text, word, row: `${table}.csv, ligne « ${row.id} »`}]
          : [];
      })
    )
  );
}

/**
 * Reads every file of a folder made for everybody, inside workbooks and slides too; throws DISCLOSURE at the first reserved
 * text. What the open data of the run (`open`, offered under `telecharger/`) say without the plan tells nothing of it.
 */
export function verifyConfidential(folder: string, plan: Plan, {open}: {open: string | null}): void {
  const listed = listConfidential(plan);
  if (listed.length === 0) return;
  const openFiles = open === null ? [] : listFiles(open);
  const told = new Set(openFiles.flatMap((path) => findTexts(join(open!, path), listed)));
  const texts = listed.filter((one) => !told.has(one));
  const known = new Set(openFiles.map((path) => join("telecharger", path)));
  for (const path of listFiles(folder)) {
    // A frozen session was read when it was frozen; what it then showed to all may have been reserved since.
    if (path.startsWith("seances/") || known.has(path)) continue;
    const [found] = findTexts(join(folder, path), texts);
    if (!found) continue;
    throw new DataError("DISCLOSURE", {
      where: path,
      expected: "aucune ligne du plan réservée au comité dans ce qui est public",
      found: `un texte que seule une ligne réservée contient (${found.row})`,
      action: "ôter ce texte des lignes publiques du plan, ou rendre cette ligne publique"
    });
  }
}

function listFiles(folder: string): string[] {
  return readdirSync(folder, {recursive: true, encoding: "utf8", withFileTypes: true})
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)));
}

/** Those of the texts that a file holds. */
function findTexts(path: string, texts: readonly Reserved[]): Reserved[] {
  if (texts.length === 0) return [];
  // Signs hide between words, never within one: a file without the word of any text need not be read word by word.
  const words = new RegExp(texts.map(({word}) => word).join("|"), "u");
  const contents = contentsOf(path)
    .filter((content) => words.test(content))
    .map(wordsOf);
  return texts.filter(({text}) => contents.some((content) => content.includes(text)));
}

const entities: Readonly<Record<string, string>> = {
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&#39;": "'",
  "&nbsp;": " ",
  "&shy;": "",
  "\u00ad": "",
  "\\n": " "
};

/**
 * Words of letters and digits, one space around each: pages curve apostrophes, tie spaces and escape signs, which would hide
 * a text; and a text is not found across the end of a longer word.
 */
function wordsOf(text: string): string {
  const plain = text.replace(/&(?:amp|lt|gt|quot|#39|nbsp|shy);|\u00ad|\\n/g, (sign) => entities[sign]!);
  return ` ${plain.replace(/[^\p{L}\p{N}]+/gu, " ").trim()} `;
}

function contentsOf(path: string): string[] {
  const bytes = readFileSync(path);
  if (!/^\.(xlsx|pptx|zip)$/.test(extname(path))) return [bytes.toString()];
  return Object.values(unzipSync(bytes)).map((part) => Buffer.from(part).toString());
}
