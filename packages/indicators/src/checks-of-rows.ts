import {type Indicator, units} from "@observatoire/catalog";
import type {WrittenCheck} from "@observatoire/warehouse";
import {readRange} from "./value-range.ts";

/** Checks that read the rows of one indicator by themselves, from its declaration. */
export function checkRows(indicator: Indicator): WrittenCheck[] {
  const {promises} = indicator;
  return [
    checkGrain(indicator),
    ...checkRange(indicator),
    ...(promises?.whole ? [checkWhole(indicator)] : []),
    ...(promises?.annual ? [checkYears(indicator)] : []),
    ...(indicator.aggregation === "not-additive" ? [] : [checkValue(indicator)]),
    checkReference(indicator)
  ];
}

/** As every sentence made here begins. */
export const named = ({title}: Indicator): string => `«\u00a0${title}\u00a0»\u00a0:`;

/** The builder sums what the SQL gives: a row given twice would be counted twice, and its sum would still be unique. */
function checkGrain(indicator: Indicator): WrittenCheck {
  return {
    name: `${indicator.id}_grain`,
    severity: "error",
    sentence: `${named(indicator)} une seule ligne par commune ou territoire, période, modalité et référence.`,
    sql: `select
    columns('^(code_commune|niveau|code_territoire|periode_debut|periode_fin|dimension|modalite|reference)$'),
    count(*)::integer as lignes,
from indicator.${indicator.id}
group by all
having count(*) > 1`
  };
}

function checkRange(indicator: Indicator): WrittenCheck[] {
  const [min, max] = readRange(indicator);
  // A part is a quotient: 100.00000000000001 is a hundred.
  const guilty = [min === null ? "" : `valeur < ${min} - 1e-6`, max === null ? "" : `valeur > ${max} + 1e-6`];
  const words = [min === null ? "" : `sous ${min}`, max === null ? "" : `au-dessus de ${max}`];
  const sentence = words.filter(Boolean).join(" ni ");
  if (sentence === "") return [];
  return [
    {
      name: `${indicator.id}_etendue`,
      severity: "error",
      sentence: `${named(indicator)} aucune valeur ${sentence} (${units[indicator.unit].label}).`,
      sql: `select *
from mart.indicateur
where indicateur = '${indicator.id}'
    and (${guilty.filter(Boolean).join(" or ")})`
    }
  ];
}

/** A warning: the two halves of a commune that was split share what was counted in it. */
function checkWhole(indicator: Indicator): WrittenCheck {
  return {
    name: `${indicator.id}_entier`,
    severity: "warning",
    sentence: `${named(indicator)} des nombres entiers.`,
    sql: `select *
from mart.indicateur
where indicateur = '${indicator.id}'
    and abs(valeur - round(valeur)) > 1e-6`
  };
}

/** A warning: a producer may skip a year. */
function checkYears(indicator: Indicator): WrittenCheck {
  return {
    name: `${indicator.id}_annees`,
    severity: "warning",
    sentence: `${named(indicator)} aucune année ne manque entre la première et la dernière.`,
    sql: `with
montree as (
    select distinct year(periode_fin) as annee
    from mart.indicateur
    where indicateur = '${indicator.id}'
),

attendue as (
    select unnest(generate_series(min(annee), max(annee))) as annee
    from montree
)

select attendue.annee
from attendue
anti join montree using (annee)`
  };
}

function checkValue(indicator: Indicator): WrittenCheck {
  const {aggregation, unit} = indicator;
  const factor = unit === "pct" || unit === "pour_100" ? 100 : 1;
  const isSum = aggregation === "sum";
  const expected = isSum ? "numerateur" : `${factor} * numerateur / nullif(denominateur, 0)`;
  const words = isSum
    ? "la valeur est son numérateur"
    : "la valeur est le quotient du numérateur par le dénominateur";
  return {
    name: `${indicator.id}_valeur`,
    severity: "error",
    sentence: `${named(indicator)} ${words}.`,
    sql: `select
    *,
    ${expected} as attendue,
from mart.indicateur
where indicateur = '${indicator.id}'
    and abs(valeur - ${expected}) > greatest(1e-6, 1e-9 * abs(valeur))`
  };
}

function checkReference(indicator: Indicator): WrittenCheck {
  const {id, reference} = indicator;
  const common = {name: `${id}_reference`, severity: "error"} as const;
  if (reference === null) {
    return {
      ...common,
      sentence: `${named(indicator)} aucune ligne n'est comparée à un autre territoire.`,
      sql: `select *
from mart.indicateur
where indicateur = '${id}'
    and reference is not null`
    };
  }
  return {
    ...common,
    sentence: `${named(indicator)} chaque ligne est comparée à un territoire affiché.`,
    sql: `select
    ligne.niveau,
    ligne.code_territoire,
    ligne.reference,
from mart.indicateur as ligne
anti join core.territoire as territoire on territoire.niveau || ':' || territoire.code_territoire = ligne.reference
where ligne.indicateur = '${id}'`
  };
}
