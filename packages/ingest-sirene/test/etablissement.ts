import type {Row} from "./build-sirene.ts";

/** A row of StockEtablissement under the declared names: an active, diffusible head office of Meaux, in retail. */
export function etablissement(siren: string, given: Row = {}): Row {
  const nic = String(given.nic ?? "00011");
  return {
    siret: siren + nic,
    siren,
    nic,
    statut_diffusion: "O",
    date_creation: "2015-04-01",
    tranche_effectifs: "NN",
    annee_effectifs: null,
    est_siege: true,
    code_commune: "77284",
    date_debut: "2015-04-01",
    etat_administratif: "A",
    activite_principale: "47.11F",
    nomenclature: "NAFRev2",
    caractere_employeur: "N",
    activite_naf25: null,
    ...given
  };
}
