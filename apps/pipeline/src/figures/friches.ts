import {type FigureSpec, formatDate, type Territoire} from "@observatoire/catalog";
import {findFriches, findGisement, nameTerritoire} from "@observatoire/findings";
import type {Published} from "../published.ts";
import {pick} from "./base100.ts";
import {figureBase} from "./figure-base.ts";
import {readMeasure, readPeriod} from "./measure.ts";
import {communesOf, lastRow, numberOf} from "./values.ts";

const statuts = ["sans_projet", "avec_projet", "reconvertie", "inconnu"] as const;

/** Hectares and numbers by status, as findings read them. */
export function readFriches(published: Published, territoire: Territoire) {
  const surface = lastRow(published, "friches_surface", territoire);
  return {
    surface: surface ? readMeasure(surface) : null,
    statuts: statuts.flatMap((code) => {
      const row = lastRow(published, "friches", territoire, {dimension: "statut_friche", modalite: code});
      return row ? [{code, ...readMeasure(row)}] : [];
    })
  };
}

/** Friches by status, number and hectares: bars on the chapter, a short table on a territory's page. */
export function frichesStatutFigure(
  published: Published,
  territoire: Territoire,
  id: string,
  kind: "barres" | "table" = "barres"
): FigureSpec {
  const total = lastRow(published, "friches", territoire);
  const periode = readPeriod(published, total);
  const names = published.modalites.statut_friche ?? {};
  const sentences = findFriches({
    territoire,
    periode,
    nombre: readMeasure(total),
    ...readFriches(published, territoire)
  });
  const rows = statuts.flatMap((code) => {
    const selection = {dimension: "statut_friche", modalite: code};
    const row = lastRow(published, "friches", territoire, selection);
    if (!row) return [];
    const surface = lastRow(published, "friches_surface", territoire, selection);
    return [
      {
        libelle: names[code]?.court ?? code,
        surface: numberOf(surface),
        nombre: numberOf(row),
        statut: row.statut
      }
    ];
  });
  const none = numberOf(total) === 0;
  const base = figureBase(published, {
    id,
    indicators: ["friches", "friches_surface"],
    ...pick(sentences),
    subtitle: `Surface des friches recensées, par statut, ${nameTerritoire(territoire).a}, hors friches potentielles, au ${formatDate(periode.to)}`,
    limits: [
      "Une unité foncière que deux sites partagent n'est comptée qu'une fois ; elle peut être plus grande que la friche."
    ],
    columns: [
      {name: "libelle", label: "Statut", type: "texte"},
      {name: "surface", label: "Surface", type: "nombre", unit: "ha", decimals: 1},
      {name: "nombre", label: "Friches", type: "nombre", unit: "nombre"}
    ],
    rows: none ? [] : rows,
    ...(none ? {whenEmpty: sentences.title} : {}),
    period: periode
  });
  return kind === "table" ? {...base, kind} : {...base, kind, label: "libelle", value: "surface"};
}

/** Class of the stock of friches, here, in the EPCIs and in the communes that have some. */
export function gisementFigure(published: Published, territoire: Territoire, id: string): FigureSpec {
  const names = published.modalites.gisement ?? {};
  const classOf = (whom: Territoire) => {
    const row = lastRow(published, "friches_gisement", whom, {dimension: "gisement"});
    return row ? {code: row.modalite, libelle: names[row.modalite]?.libelle ?? row.modalite, row} : null;
  };
  const own = classOf(territoire);
  const periode = readPeriod(published, own?.row);
  const inside = communesOf(published, territoire)
    .flatMap(({code}) => published.territory("commune", code) ?? [])
    .sort((a, b) => a.nom.localeCompare(b.nom, "fr"));
  const epcis = published.territoires.filter(({niveau}) => niveau === "epci" && territoire.niveau === "ti");
  const rows = [territoire, ...epcis, ...inside].flatMap((whom) => {
    const found = classOf(whom);
    if (!found || (whom.niveau === "commune" && found.code === "nul_sans_potentiel")) return [];
    return [
      {
        territoire: whom.nom,
        classe: found.libelle,
        surface: numberOf(lastRow(published, "friches_surface", whom)),
        statut: found.row.statut
      }
    ];
  });
  return {
    ...figureBase(published, {
      id,
      indicators: ["friches_gisement", "friches_surface"],
      ...pick(findGisement({territoire, periode, classe: own?.libelle ?? null})),
      subtitle: `Classe de gisement de friches ${nameTerritoire(territoire).de}, de ses intercommunalités et de ses communes qui en ont, au ${formatDate(periode.to)}`,
      columns: [
        {name: "territoire", label: "Territoire", type: "texte"},
        {name: "classe", label: "Classe", type: "texte"},
        {name: "surface", label: "Surface des friches", type: "nombre", unit: "ha", decimals: 1}
      ],
      rows,
      period: periode
    }),
    kind: "table"
  };
}

/** Number and hectares of friches by commune, the largest first: no site, no address. */
export function frichesCommunesFigure(published: Published, territoire: Territoire, id: string): FigureSpec {
  const total = lastRow(published, "friches", territoire);
  const periode = readPeriod(published, total);
  const rows = communesOf(published, territoire)
    .flatMap(({code, nom}) => {
      const commune = {niveau: "commune" as const, code};
      const row = lastRow(published, "friches", commune);
      const nombre = numberOf(row);
      if (!row || nombre === null || nombre === 0) return [];
      const surface = numberOf(lastRow(published, "friches_surface", commune));
      const bare = lastRow(published, "friches", commune, {
        dimension: "statut_friche",
        modalite: "sans_projet"
      });
      return [{commune: nom, nombre, sans_projet: numberOf(bare), surface, statut: row.statut}];
    })
    .sort((a, b) => (b.surface ?? 0) - (a.surface ?? 0) || b.nombre - a.nombre);
  const sentences = findFriches({
    territoire,
    periode,
    nombre: readMeasure(total),
    ...readFriches(published, territoire)
  });
  const nom = nameTerritoire(territoire);
  const concerned = `${rows.length} ${rows.length > 1 ? "communes ont" : "commune a"} au moins une friche recensée ${nom.ici}`;
  return {
    ...figureBase(published, {
      id,
      indicators: ["friches", "friches_surface"],
      ...pick(sentences),
      ...(rows.length > 0 ? {title: concerned} : {}),
      subtitle: `Friches recensées par commune ${nom.a}, au ${formatDate(periode.to)}`,
      columns: [
        {name: "commune", label: "Commune", type: "texte"},
        {name: "nombre", label: "Friches", type: "nombre", unit: "nombre"},
        {name: "sans_projet", label: "dont sans projet", type: "nombre", unit: "nombre"},
        {name: "surface", label: "Surface", type: "nombre", unit: "ha", decimals: 1}
      ],
      rows,
      ...(numberOf(total) === 0 ? {whenEmpty: sentences.title} : {}),
      period: periode
    }),
    kind: "table"
  };
}
