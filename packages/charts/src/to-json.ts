import {type FigureSpec, licences} from "@observatoire/catalog";
import {keyValue} from "./key-value.ts";
import {freshnessOf, tellAge} from "./tell-age.ts";

/** Rows with what one needs to use them: title, columns with units, period, sources, licence, real or simulated. */
export function toJson(spec: FigureSpec): string {
  const value = {
    id: spec.id,
    titre: spec.title,
    sous_titre: spec.subtitle,
    ...(spec.kind === "chiffre-cle"
      ? {valeur_affichee: keyValue(spec), periode_libelle: spec.period_label, comparaison: spec.comparison}
      : {}),
    lecture: spec.reading,
    limites: spec.limits,
    periode: {debut: spec.period.from, fin: spec.period.to},
    statut: spec.statut,
    simule: spec.simulated,
    fraicheur: freshnessOf(spec),
    avertissements: tellAge(spec),
    motif_vide: spec.empty,
    licence: {id: spec.licence, titre: licences[spec.licence].title, adresse: licences[spec.licence].url},
    sources: spec.sources.map((source) => ({
      id: source.id,
      producteur: source.producer,
      titre: source.title,
      mention: source.attribution,
      millesime: source.vintage,
      collecte_le: source.collectedOn,
      page: source.homepage,
      origine: source.origin,
      sha256: source.sha256,
      licence: source.licence,
      simule: source.simulated,
      edition_attendue_avant: source.expectedBefore ?? null,
      perime: source.stale ?? false,
      retard: source.late,
      echec: source.failing ?? null
    })),
    indicateurs: spec.indicators.map(({id, title, definition, formula, sql}) => ({
      id,
      titre: title,
      definition,
      formule: formula,
      sql
    })),
    colonnes: spec.columns.map(({name, label, type, unit, decimals}) => ({
      nom: name,
      libelle: label,
      type,
      ...(unit === undefined ? {} : {unite: unit}),
      ...(decimals === undefined ? {} : {decimales: decimals})
    })),
    lignes: spec.rows.map((row) => ({
      ...Object.fromEntries(spec.columns.map(({name}) => [name, finite(row[name])])),
      statut: row.statut ?? "connu"
    }))
  };
  return `${JSON.stringify(value, null, 1)}\n`;
}

function finite(value: string | number | null | undefined): string | number | null {
  return value === undefined || (typeof value === "number" && !Number.isFinite(value)) ? null : value;
}
