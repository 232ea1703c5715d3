import type {Indicator, Niveau} from "@observatoire/catalog";
import type {WrittenCheck} from "@observatoire/warehouse";
import {named} from "./checks-of-rows.ts";
import {dimensions} from "./dimensions.ts";
import {readLevelsBelow} from "./grain.ts";

/** Checks that compare the territories of one indicator with each other, and its modalities with their total. */
export function checkTerritories(indicator: Indicator): WrittenCheck[] {
  const {aggregation, nomenclature} = indicator;
  return [
    checkCover(indicator),
    ...(aggregation === "not-additive" ? [] : [checkSums(indicator)]),
    ...(aggregation === "sum" && nomenclature !== null ? checkModalities(indicator) : [])
  ];
}

const inner: readonly Niveau[] = ["commune", "epci", "ti"];
const list = (values: readonly string[]) => values.map((value) => `'${value}'`).join(", ");

/**
 * What is not known is said, never left out. An error when territories are made by sums; a warning when the SQL gives them,
 * for it may leave out one of which nothing can be said. An EPCI that the perimeter cuts is not asked for.
 */
function checkCover(indicator: Indicator): WrittenCheck {
  const levels = inner.filter((niveau) => !readLevelsBelow(indicator.grain).includes(niveau));
  return {
    name: `${indicator.id}_couverture`,
    severity: indicator.aggregation === "not-additive" ? "warning" : "error",
    sentence: `${named(indicator)} chaque territoire du périmètre a une ligne à chaque période, même sans valeur.`,
    sql: `with
interieur as (
    select
        appartenance.niveau,
        appartenance.code_territoire,
    from core.appartenance as appartenance
    left join (from core.appartenance where niveau = 'ti') as perimetre
        on perimetre.code_commune = appartenance.code_commune
    where appartenance.niveau in (${list(levels)})
    group by all
    having count(*) = count(perimetre.code_commune)
),

ligne as (
    select distinct
        niveau,
        code_territoire,
        periode_debut,
        periode_fin,
        dimension,
    from mart.indicateur
    where indicateur = '${indicator.id}'
),

cellule as (
    select distinct
        periode_debut,
        periode_fin,
        dimension,
    from ligne
)

select
    interieur.*,
    cellule.*,
from interieur
cross join cellule
anti join ligne using (niveau, code_territoire, periode_debut, periode_fin, dimension)`
  };
}

/** Only where the parts cover the whole, and every one of them has a number. */
function checkSums(indicator: Indicator): WrittenCheck {
  const columns = indicator.aggregation === "sum" ? ["valeur"] : ["numerateur", "denominateur"];
  const words =
    indicator.aggregation === "sum"
      ? "les communes font l'intercommunalité, et les intercommunalités le Territoire d'industrie"
      : "ce que l'on divise est la somme des communes, puis des intercommunalités";
  const differs = columns.map(
    (name) => `abs(tout.${name} - partie.${name}) > greatest(0.001, 1e-9 * abs(tout.${name}))`
  );
  return {
    name: `${indicator.id}_sommes`,
    severity: "error",
    sentence: `${named(indicator)} ${words}.`,
    sql: `with
taille as (
    select
        niveau,
        code_territoire,
        count(*) as communes,
    from core.appartenance
    where niveau in (${list(inner)})
    group by all
),

lien as (
    select
        grand.niveau,
        grand.code_territoire,
        petit.niveau as niveau_partie,
        petit.code_territoire as code_partie,
        count(*) as communes,
    from core.appartenance as petit
    inner join core.appartenance as grand using (code_commune)
    where (petit.niveau = 'commune' and grand.niveau = 'epci') or (petit.niveau = 'epci' and grand.niveau = 'ti')
    group by all
),

partie as (
    select
        lien.niveau,
        lien.code_territoire,
        ligne.periode_debut,
        ligne.periode_fin,
        ligne.dimension,
        ligne.modalite,
        ${columns.map((name) => `sum(ligne.${name}) as ${name},`).join("\n        ")}
        sum(lien.communes) as communes,
    from lien
    inner join taille
        on taille.niveau = lien.niveau_partie
        and taille.code_territoire = lien.code_partie
        and taille.communes = lien.communes
    inner join mart.indicateur as ligne
        on ligne.niveau = lien.niveau_partie
        and ligne.code_territoire = lien.code_partie
    where ligne.indicateur = '${indicator.id}'
        and ${columns.map((name) => `ligne.${name} is not null`).join(" and ")}
    group by all
)

select
    tout.niveau,
    tout.code_territoire,
    tout.periode_fin,
    tout.dimension,
    tout.modalite,
    ${columns.map((name) => `tout.${name},\n    partie.${name} as ${name}_des_parties,`).join("\n    ")}
from mart.indicateur as tout
inner join partie using (niveau, code_territoire, periode_debut, periode_fin, dimension, modalite)
inner join taille using (niveau, code_territoire, communes)
where tout.indicateur = '${indicator.id}'
    and (${differs.join(" or ")})`
  };
}

/**
 * Temporary work is in no sector: where the indicator has a total without it, this total is what the sectors make. An excess
 * is a double count, an error; what lacks is a warning, for an establishment may have no known sector. Within the rounding of
 * producers: a thousandth, and 0,01 of the unit.
 */
function checkModalities(indicator: Indicator): WrittenCheck[] {
  return [
    {
      name: `${indicator.id}_modalites`,
      severity: "error",
      sentence: `${named(indicator)} les modalités ne dépassent pas l'ensemble.`,
      sql: selectModalities(indicator, "somme - ensemble")
    },
    {
      name: `${indicator.id}_modalites_completes`,
      severity: "warning",
      sentence: `${named(indicator)} les modalités font l'ensemble.`,
      sql: selectModalities(indicator, "ensemble - somme")
    }
  ];
}

function selectModalities({id}: Indicator, gap: string): string {
  const all = Object.entries(dimensions).filter(([, {partition}]) => partition !== null);
  const sectors = all.filter(([, {partition}]) => partition === "hors_interim");
  return `with
ligne as (
    select
        niveau,
        code_territoire,
        periode_debut,
        periode_fin,
        dimension,
        valeur,
    from mart.indicateur
    where indicateur = '${id}'
),

modalite as (
    select
        * exclude (valeur),
        sum(valeur) as somme,
    from ligne
    where dimension in (${list(all.map(([name]) => name))})
    group by all
    having count(valeur) = count(*)
),

total as (
    select
        * exclude (dimension, valeur),
        max(valeur) filter (dimension = 'total') as avec_interim,
        if(
            count(*) filter (dimension = 'hors_interim') > 0,
            max(valeur) filter (dimension = 'hors_interim'),
            max(valeur) filter (dimension = 'total')
        ) as sans_interim,
    from ligne
    where dimension in ('total', 'hors_interim')
    group by all
)

select
    modalite.*,
    if(modalite.dimension in (${list(sectors.map(([name]) => name))}), total.sans_interim, total.avec_interim) as ensemble,
from modalite
inner join total using (niveau, code_territoire, periode_debut, periode_fin)
where ${gap} > 0.01 + 0.001 * ensemble`;
}
