import {createHash} from "node:crypto";
import type {Statut, Unit} from "@observatoire/catalog";
import {perimeter} from "../figures/values.ts";
import type {Published} from "../published.ts";

/** The values of an indicator as a session saw them, and what explains that they differ later. */
export interface FrozenIndicator {
  id: string;
  title: string;
  unit: Unit;
  decimals: number;
  /** Hash of its definition and formula: another one is another method. */
  methode: string;
  sources: {id: string; millesime: string; sha256: string; simulee: boolean}[];
  /** Values of the perimeter, by period end, oldest first. */
  valeurs: {
    dimension: string;
    modalite: string;
    debut: string;
    fin: string;
    valeur: number | null;
    statut: Statut;
  }[];
}

export interface FrozenValues {
  date: string;
  communes: string[];
  indicateurs: FrozenIndicator[];
}

/** Every value of the perimeter, but those that the law forbids to keep. */
export function freezeValues(published: Published, isKept: (id: string) => boolean): FrozenValues {
  const ti = perimeter(published);
  return {
    date: published.date,
    communes: published.communes.map(({code}) => code).sort(),
    indicateurs: published.indicateurs
      .filter(({id}) => isKept(id))
      .map((indicator) => {
        const used = published.indicateurSources.filter(({indicateur}) => indicateur === indicator.id);
        return {
          id: indicator.id,
          title: indicator.title,
          unit: indicator.unit,
          decimals: indicator.decimals,
          methode: createHash("sha256").update(`${indicator.definition}\n${indicator.formula}`).digest("hex"),
          sources: published.sources
            .filter(({id}) => used.some(({source}) => source === id))
            .map(({id, vintage, sha256, simulated}) => ({
              id,
              millesime: vintage,
              sha256,
              simulee: simulated
            })),
          valeurs: published.rows(indicator.id, ti).map((row) => ({
            dimension: row.dimension,
            modalite: row.modalite,
            debut: row.periode_debut,
            fin: row.periode_fin,
            valeur: row.valeur,
            statut: row.statut
          }))
        };
      })
  };
}
