import {readdir, readFile} from "node:fs/promises";
import {join} from "node:path";
import {siteError} from "./site-error.ts";
import {type Segment, splitPlaceholders} from "./split-placeholders.ts";

/** A page built by Framework, cut once at its placeholders. */
export interface Shell {
  /** "emploi", "territoires/territoire". */
  name: string;
  title: string;
  description: string;
  stylesheet: string;
  header: Segment[];
  /** `<li>` entries of the table of contents; empty when the page has at most one section. */
  contents: string;
  /** The page up to its first heading of level 1 included, then the rest. */
  heading: Segment[];
  body: Segment[];
  footer: Segment[];
}

/** The shells of a folder, and the assets that pages need. */
export interface ShellFolder {
  shells: ReadonlyMap<string, Shell>;
  /** Paths relative to the folder: style sheet, scripts. */
  assets: readonly string[];
  scripts: Scripts;
}

/** Paths of the client scripts from the root of the site. */
export interface Scripts {
  site: string;
  /** Dates that have passed; stands alone. */
  deadlines: string;
}

/** Reads what `npm run build` left in `apps/site/dist`. Fails with SITE when it is not there or not understood. */
export async function readShells(directory: string): Promise<ShellFolder> {
  const files = (await readdir(directory, {recursive: true}).catch(() => [])).map((file) =>
    file.replaceAll("\\", "/")
  );
  const site = files.find((file) => /^_site\/site\.\w+\.js$/.test(file));
  const deadlines = files.find((file) => /^_site\/echeance\.\w+\.js$/.test(file));
  const pages = files.filter((file) => file.endsWith(".html"));
  if (site === undefined || deadlines === undefined || pages.length === 0) {
    throw siteError(
      "coquilles du site",
      "les pages construites par Observable Framework",
      "un dossier vide ou incomplet",
      "lancer « npm run build »"
    );
  }
  const shells = await Promise.all(
    pages.map(async (file) => parseShell(file.slice(0, -5), await readFile(join(directory, file), "utf8")))
  );
  const assets = files.filter((file) => /^_(site|import|file)\/.*\.\w+$/.test(file));
  return {shells: new Map(shells.map((shell) => [shell.name, shell])), assets, scripts: {site, deadlines}};
}

/** Takes a page of Framework 1.13.4 apart. Its scripts are left out: a static page needs none of them. */
export function parseShell(name: string, html: string): Shell {
  const take = (what: string, pattern: RegExp): string => {
    const match = pattern.exec(html);
    if (match) return match[1]!.trim();
    throw siteError(
      `coquille « ${name} »`,
      what,
      "autre chose",
      "vérifier la version d'Observable Framework"
    );
  };
  const main = cleanHeadings(take("un élément <main>", /<main[^>]*>([\s\S]*?)<\/main>/));
  const split = main.indexOf("</h1>");
  if (split < 0) {
    throw siteError(`coquille « ${name} »`, "un titre de niveau 1", "aucun", "ajouter une ligne « # Titre »");
  }
  const contents = [
    ...take("un sommaire", /<aside id="observablehq-toc"[^>]*>([\s\S]*?)<\/aside>/).matchAll(
      /<a href="#[^"]*">[\s\S]*?<\/a>/g
    )
  ].map(([link]) => `<li>${link}</li>`);
  return {
    name,
    title: take("un titre", /<title>([^<|]*)/).trim(),
    description: take("une description", /<meta name="description" content="([^"]*)"/),
    stylesheet: take("une feuille de style", /<link rel="stylesheet"[^>]*href="[./]*([^"]*)"/),
    header: splitPlaceholders(take("un en-tête", /<header[^>]*>([\s\S]*?)<\/header>/)),
    contents: contents.length > 1 ? contents.join("") : "",
    heading: splitPlaceholders(main.slice(0, split + 5)),
    body: splitPlaceholders(main.slice(split + 5)),
    footer: splitPlaceholders(take("un pied de page", /<footer[^>]*>([\s\S]*?)<\/footer>/))
  };
}

/** Framework's headings are links to themselves: kept for sections, which one shares, dropped for the title. */
function cleanHeadings(main: string): string {
  return main
    .replace(/<h1[^>]*><a [^>]*>([\s\S]*?)<\/a><\/h1>/g, "<h1>$1</h1>")
    .replace(/(<h\d id="[^"]*") tabindex="-1"><a class="observablehq-header-anchor"/g, '$1><a class="ancre"');
}
