import {readFileSync, statSync} from "node:fs";
import {join, relative} from "node:path";
import {DataError, type Snapshot} from "@observatoire/catalog";
import {
  type Perimetre,
  parseTerritoire,
  readDecoupage,
  readTerritoiresIndustrie,
  resolvePerimetre,
  type Territoire
} from "@observatoire/ingest-geography";
import type {Project} from "./project.ts";

export interface Loaded {
  declaration: Territoire;
  perimetre: Perimetre;
}

/** Reads `data/territoire.yaml`; every fault is one sentence (TERRITOIRE), a missing file or logo included. */
export function readDeclaration(project: Project): Territoire {
  const where = relative(project.root, project.territoire);
  if (!isFile(project.territoire)) {
    throw new DataError("TERRITOIRE", {
      where,
      expected: "la description du territoire",
      found: "aucun fichier",
      action: "copier le modèle du README et y écrire les codes des intercommunalités"
    });
  }
  const declaration = parseTerritoire(readFileSync(project.territoire, "utf8"), where);
  if (declaration.logo !== null && !isFile(join(project.data, declaration.logo))) {
    throw new DataError("TERRITOIRE", {
      where,
      expected: "une image du dossier des données pour « logo »",
      found: `« ${declaration.logo} », qui n'y est pas`,
      action: "y déposer l'image, ou ôter la clé"
    });
  }
  return declaration;
}

/** Reads the declaration and resolves its perimeter; a TI list is used only when one was collected. */
export function loadTerritoire(project: Project, snapshots: readonly Snapshot[]): Loaded {
  const declaration = readDeclaration(project);
  const list = snapshots.find(({source, file}) => source === "territoires_industrie" && file === "commune");
  const perimetre = resolvePerimetre(declaration, {
    ...readDecoupage(project.root),
    territoiresIndustrie: list ? readTerritoiresIndustrie(join(project.data, list.path)) : null
  });
  return {declaration, perimetre};
}

const isFile = (path: string) => statSync(path, {throwIfNoEntry: false})?.isFile() === true;
