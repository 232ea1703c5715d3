import {
  type Manifest,
  niveaux,
  type PageContent,
  type SearchEntry,
  type SiteContent,
  type Source
} from "@observatoire/catalog";
import type {Territoire as Declaration} from "@observatoire/ingest-geography";
import type {PlanSuivi} from "@observatoire/programme";
import {accueilPage, listFindings} from "./pages/accueil.ts";
import {changementsPage} from "./pages/changements.ts";
import {emploiPage} from "./pages/emploi.ts";
import {type EtatContext, etatPage} from "./pages/etat.ts";
import {foncierPage} from "./pages/foncier.ts";
import {methodePage} from "./pages/methode.ts";
import {prixFoncierPage} from "./pages/prix-foncier.ts";
import {actionEntries, programmePages} from "./pages/programme/index.ts";
import {territoirePages, territoirePath, territoiresPage, territoriesWithPage} from "./pages/territoires.ts";
import {tissuPage} from "./pages/tissu.ts";
import {isIndexable} from "./publish-files.ts";
import type {Published} from "./published.ts";

/** The plan and the frozen sessions, as the readers of a build see them. */
export interface ProgrammeContent {
  programme: PlanSuivi | null;
  /** Why the plan on disk is not the one shown; null on most days. */
  notice: string | null;
  deployment: SiteContent["deployment"];
  /** Frozen sessions, the latest first, and their pages. */
  seances: readonly {date: string; titre: string}[];
  pagesSeances: readonly PageContent[];
}

/** Pages that the plan does not touch: every build shows the same ones. */
export function diagnosticPages(
  published: Published,
  manifest: Manifest,
  sources: readonly Source[],
  etat?: EtatContext
): PageContent[] {
  const emploi = emploiPage(published);
  const tissu = tissuPage(published);
  const foncier = foncierPage(published);
  return [
    accueilPage(published, listFindings(emploi, tissu, foncier)),
    emploi,
    tissu,
    foncier,
    prixFoncierPage(published),
    territoiresPage(published),
    ...territoirePages(published),
    methodePage(published),
    etatPage(manifest, sources, etat),
    changementsPage(published, sources)
  ];
}

const noPlan = (declaration: Declaration): ProgrammeContent => ({
  programme: null,
  notice: null,
  deployment: declaration.deploiement,
  seances: [],
  pagesSeances: []
});

/** Every page of the site: the diagnostic, from the published files and the manifest of the run, then the plan and the sessions. */
export function siteContent(
  published: Published,
  manifest: Manifest,
  declaration: Declaration,
  sources: readonly Source[],
  {
    suivi = noPlan(declaration),
    diagnostic = diagnosticPages(published, manifest, sources)
  }: {suivi?: ProgrammeContent; diagnostic?: readonly PageContent[]} = {}
): SiteContent {
  const {programme, notice, deployment, seances, pagesSeances} = suivi;
  const pages = [
    ...diagnostic,
    ...programmePages(published, programme, {publisher: declaration.editeur, seances, notice}),
    ...pagesSeances
  ];
  return {
    title: `Observatoire du Territoire d'industrie ${published.territoire.nom}`,
    territoire: published.territoire.nom,
    publisher: declaration.editeur,
    contact: declaration.contact,
    address: declaration.adresse_du_site,
    logo: declaration.logo,
    run: published.run,
    date: (manifest.refreshedAt ?? published.date).slice(0, 10),
    nextBefore: manifest.nextBefore,
    simulated: pages.some((page) => page.figures.some(({simulated}) => simulated)),
    deployment,
    sources: published.sources,
    pages,
    search: [...searchEntries(published, pages, sources), ...(programme ? actionEntries(programme) : [])]
  };
}

function searchEntries(
  published: Published,
  pages: readonly PageContent[],
  sources: readonly Source[]
): SearchEntry[] {
  const postal = new Map(published.communes.map(({code, codes_postaux}) => [code, codes_postaux]));
  const territoires = territoriesWithPage(published).map((territoire) => ({
    kind: "territoire" as const,
    title: territoire.nom,
    detail: `${niveaux[territoire.niveau].label} · ${territoire.code}`,
    path: territoirePath(territoire),
    words: `${territoire.code} ${postal.get(territoire.code) ?? ""}`.trim()
  }));
  const listed = published.indicateurs.filter((indicator) => isIndexable(indicator, sources));
  const indicateurs = listed.map(({id, title, shortTitle}) => ({
    kind: "indicateur" as const,
    title,
    detail: "Indicateur",
    path: `methode#indicateur-${id}`,
    words: shortTitle
  }));
  const others = pages
    .filter(
      ({path, shell, indexable}) =>
        indexable !== false && !/^territoires\/(?!index$)/.test(path) && shell !== "programme/action"
    )
    .map(({title, path, description}) => ({
      kind: "page" as const,
      title,
      detail: "Page",
      path,
      words: description
    }));
  return [...others, ...territoires, ...indicateurs];
}
