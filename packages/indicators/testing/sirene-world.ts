import {indicators} from "../src/read-indicators.ts";
import type {Row, Tables} from "./build-from.ts";
import {actifs, cohorte, etablissement, siege, sireneFrame} from "./sirene.ts";

const listed: readonly [siret: string, commune: string, tranche: string | null, employeur: boolean][] = [
  ["1a", "A", "12", true],
  ["1b", "A", "32", true],
  ["2a", "A", "01", true],
  ["3a", "A", null, false],
  ["4a", "B", "11", true],
  ["5a", "B", "NN", false]
];

const territoires = [
  ...new Set(
    sireneFrame["core.appartenance"]!.map(({niveau, code_territoire}) => `${niveau}:${code_territoire}`)
  )
].map((name): Row => {
  const [niveau = "", code = ""] = name.split(":");
  return {niveau, code_territoire: code, nom: code, communes: 1};
});

/** A whole country of a few establishments, whose tables agree: what is listed one by one is what is counted. */
export const sireneWorld: Tables = {
  ...sireneFrame,
  "core.territoire": territoires,
  "staging.perimetre__commune": [{code_commune: "A"}, {code_commune: "B"}],
  "staging.sirene_etablissement__etablissement": listed.map(([siret, commune, tranche, employeur]) =>
    etablissement({siret, commune, tranche, employeur})
  ),
  "staging.sirene_etablissement__siege": [
    siege("1", "P1"),
    ...["2", "3", "4", "5"].map((siren) => siege(siren, "A"))
  ],
  "staging.sirene_unite_legale__unite_legale": ["1", "2", "3", "4", "5"].map((siren) => ({
    siren,
    est_diffusible: siren !== "4",
    est_personne_physique: siren === "5",
    denomination: ["4", "5"].includes(siren) ? null : `Société ${siren}`
  })),
  "staging.sirene_geolocalisation__point": [{siret: "1a", longitude: 2.9, latitude: 48.96}],
  "staging.sirene_etablissement__national": [
    ...listed.map(([, commune, tranche, employeur]) => actifs({commune, division: "10", tranche, employeur})),
    ...["C", "P1", "P2", "Z"].map((commune) => actifs({commune, lignes: 5}))
  ],
  "staging.sirene_etablissement__cohorte": [
    cohorte({commune: "A", creation: 2001, manufacture: true, lignes: 3}),
    cohorte({commune: "A", creation: null}),
    cohorte({commune: "A", creation: 2018, fermeture: 2022, duree: 4, lignes: 4}),
    cohorte({commune: "A", creation: 2018, fermeture: 2020, duree: 1, cede: true, lignes: 2}),
    cohorte({commune: "B", creation: 2018, lignes: 2}),
    cohorte({commune: "B", creation: 2016, fermeture: 2016, duree: 0, lignes: 2}),
    ...["C", "P1", "P2", "Z"].map((commune) => cohorte({commune, creation: 2012, lignes: 5}))
  ],
  "meta.snapshot": ["sirene_etablissement", "sirene_succession"].map((source) => ({
    source,
    file: "f",
    vintage: "2026-06",
    sha256: "0123456789abcdef"
  }))
};

/** The indicators made from SIRENE alone. */
export const sireneIndicators = indicators.filter(({sources}) =>
  sources.every((source) => source.startsWith("sirene_"))
);
