import type {FigureSource, MapGeometry, Territoire} from "@observatoire/catalog";
import {indicators} from "@observatoire/indicators";
import type {Warehouse} from "@observatoire/warehouse";
import type {StagedRun} from "./build-run.ts";
import {ageOf, expectedBefore, failingSentence, lateSentence} from "./freshness.ts";
import {sources} from "./modules.ts";
import type {PublishedCatalogue, PublishedCommune} from "./published.ts";

interface CatalogueContext {
  named: Pick<PublishedCatalogue, "etablissements" | "etablissementsRetires">;
  dateLabel: string | null;
  date: string;
  geometry: (codes: readonly string[]) => MapGeometry | null;
}

/** Names, labels and facts of the sources that pages need beside the values. */
export async function readCatalogue(
  warehouse: Warehouse,
  staged: StagedRun,
  {named, dateLabel, date, geometry}: CatalogueContext
): Promise<PublishedCatalogue> {
  const territoires = await warehouse.all<Territoire>(
    `select niveau, code_territoire as code, nom, tncc, communes, simule from core.territoire order by niveau, code`
  );
  const communes = await warehouse.all<PublishedCommune>(
    `select code_commune as code, nom_commune as nom, code_epci, code_departement, code_region,
        coalesce(codes_postaux, '') as codes_postaux
     from core.commune as commune
     semi join (from core.appartenance where niveau = 'ti') as perimetre using (code_commune) order by code`
  );
  const modalites = await warehouse.all<{
    dimension: string;
    modalite: string;
    libelle: string;
    libelle_court: string;
  }>("select dimension, modalite, libelle, libelle_court from mart.modalite order by dimension, ordre");
  const sqlFiles = await warehouse.all<{nom: string; fichier: string}>(
    "select nom, fichier from meta.modele where starts_with(nom, 'indicator.')"
  );
  const names: PublishedCatalogue["modalites"] = {};
  for (const {dimension, modalite, libelle, libelle_court} of modalites) {
    names[dimension] = {...names[dimension], [modalite]: {libelle, court: libelle_court}};
  }
  return {
    run: staged.run,
    date,
    commit: staged.commit,
    territoire: {code: staged.territoire.code, nom: staged.territoire.nom, dateLabel},
    territoires,
    communes,
    indicateurs: indicators.map((indicator) => ({
      ...indicator,
      sql: sqlFiles.find(({nom}) => nom === `indicator.${indicator.id}`)?.fichier ?? ""
    })),
    indicateurSources: indicators.flatMap(({id, sources}) =>
      sources.map((source) => ({indicateur: id, source}))
    ),
    sources: describeSources(staged, date),
    modalites: names,
    geometrie: geometry(communes.map(({code}) => code)),
    ...named
  };
}

/** What figures print of each source: the vintage and collection of its main file, simulated if any of its files is. */
function describeSources(staged: StagedRun, today: string): FigureSource[] {
  return sources.flatMap((source) => {
    const entry = staged.sources.find((one) => one.source === source.id);
    const files = entry?.files ?? [];
    const snapshot = files[0]?.snapshot;
    if (!snapshot) return [];
    return [
      {
        id: source.id,
        title: source.title,
        producer: source.producer,
        attribution: source.attribution,
        licence: source.licence,
        vintage: snapshot.vintage,
        collectedOn: snapshot.collectedAt.slice(0, 10),
        homepage: source.homepage,
        origin: snapshot.origin,
        sha256: snapshot.sha256,
        simulated: files.some((file) => file.snapshot.simulated),
        expectedBefore: expectedBefore(source, snapshot),
        late: lateSentence(source, snapshot, today),
        stale: ageOf(source, snapshot, today).state === "perimee",
        failing: entry?.failure ? failingSentence(snapshot, entry.failure) : null
      }
    ];
  });
}
