import type {SourceModule} from "@observatoire/catalog";
import {sireneEtablissement} from "../sirene_etablissement/index.ts";
import {sireneGeolocalisation} from "../sirene_geolocalisation/index.ts";
import {sireneHistorique} from "../sirene_historique/index.ts";
import {sireneSuccession} from "../sirene_succession/index.ts";
import {sireneUniteLegale} from "../sirene_unite_legale/index.ts";

/** The sources of this room, as the pipeline gathers them. */
export const modules: readonly SourceModule[] = [
  sireneEtablissement,
  sireneUniteLegale,
  sireneHistorique,
  sireneSuccession,
  sireneGeolocalisation
];
