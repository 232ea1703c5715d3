import {type FigureBase, type FigureSpec, formatDate, type Territoire} from "@observatoire/catalog";
import {findEtablissementsNommes, nameTerritoire} from "@observatoire/findings";
import type {Published, PublishedEtablissement} from "../published.ts";
import {pick} from "./base100.ts";
import {figureBase} from "./figure-base.ts";
import {communesOf, lastRow, numberOf} from "./values.ts";

const groups = {
  industrie: "Industrie",
  logistique: "Transport et entreposage",
  autres: "Autres secteurs"
} as const;

/** Establishments of ten employees and more that may be named, where they are. */
export function carteEtablissementsFigure(
  published: Published,
  territoire: Territoire,
  id: string
): FigureSpec {
  const communes = new Map(communesOf(published, territoire).map(({code, nom}) => [code, nom]));
  const named = published.etablissements.filter(({code_commune}) => communes.has(code_commune));
  const placed = named.filter(({longitude, latitude}) => longitude !== null && latitude !== null);
  const total = lastRow(published, "etablissements_10_plus", territoire);
  const to = total?.periode_fin ?? named[0]?.date_statut ?? published.date;
  const withdrawn = published.etablissementsRetires;
  const sentences = findEtablissementsNommes({
    territoire,
    periode: {from: to, to},
    total: numberOf(total),
    nommes: named.length,
    situes: placed.length,
    industriels: named.filter((one) => groupOf(one) === "industrie").length,
    retires: withdrawn
  });
  const rank = Object.keys(groups);
  const rows = [...named]
    .sort((a, b) => rank.indexOf(groupOf(a)) - rank.indexOf(groupOf(b)) || b.effectif_min - a.effectif_min)
    .map((one) => ({
      etablissement: one.denomination,
      commune: communes.get(one.code_commune) ?? one.code_commune,
      groupe: groups[groupOf(one)],
      secteur: published.modalites.a38?.[one.a38]?.court ?? one.a38,
      effectif_min: one.effectif_min,
      effectif_max: one.effectif_max,
      longitude: one.longitude,
      latitude: one.latitude,
      taille: one.effectif_max === null ? one.effectif_min : (one.effectif_min + one.effectif_max) / 2
    }));
  const geometry = published.geometrie;
  const base: FigureBase = {
    ...figureBase(published, {
      id,
      indicators: ["etablissements_10_plus"],
      ...pick(sentences),
      subtitle: `Établissements employeurs de dix salariés et plus ${nameTerritoire(territoire).a}, personnes morales diffusibles, au ${formatDate(to)}`,
      limits: [
        "La liste ne montre que les établissements dont l'entreprise accepte la diffusion ; ni entrepreneur individuel, ni adresse.",
        "L'effectif est une tranche ; l'aire du disque suit le centre de la tranche."
      ],
      columns: [
        {name: "etablissement", label: "Établissement", type: "texte"},
        {name: "commune", label: "Commune", type: "texte"},
        {name: "groupe", label: "Famille", type: "texte"},
        {name: "secteur", label: "Secteur (A38)", type: "texte"},
        {name: "effectif_min", label: "Salariés, au moins", type: "nombre", unit: "nombre"},
        {name: "effectif_max", label: "Salariés, au plus", type: "nombre", unit: "nombre"},
        {name: "longitude", label: "Longitude", type: "nombre", decimals: 5, hidden: true},
        {name: "latitude", label: "Latitude", type: "nombre", decimals: 5, hidden: true},
        {name: "taille", label: "Centre de la tranche", type: "nombre", unit: "nombre", hidden: true}
      ],
      rows: withdrawn ? [] : rows,
      ...emptyReason(withdrawn, total !== null),
      period: {from: to, to}
    }),
    nominative: true
  };
  if (!geometry || placed.length === 0) return {...base, kind: "table"};
  const contours =
    geometry.kind === "contours" ? published.sources.filter((source) => source.id === "contours") : [];
  const places = published.sources.filter((source) => source.id === "sirene_geolocalisation");
  const sources = [...new Set([...base.sources, ...places, ...contours])];
  return {
    ...base,
    sources,
    simulated: sources.some(({simulated}) => simulated),
    kind: "carte-points",
    label: "etablissement",
    longitude: "longitude",
    latitude: "latitude",
    size: "taille",
    sizeLabel: "salariés (centre de la tranche)",
    group: "groupe",
    geometry
  };
}

/** By division of the NAF rév. 2: manufacturing, transport and storage, the rest. */
function groupOf({code_ape}: PublishedEtablissement): keyof typeof groups {
  const division = Number(code_ape.slice(0, 2));
  if (division >= 10 && division <= 33) return "industrie";
  return division >= 49 && division <= 53 ? "logistique" : "autres";
}

function emptyReason(withdrawn: string | null, isCounted: boolean) {
  if (withdrawn) return {whenEmpty: withdrawn.replace(/\.$/, "")};
  return isCounted ? {whenEmpty: "Aucun établissement de dix salariés et plus ne peut être nommé ici"} : {};
}
