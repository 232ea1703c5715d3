import type {Indicator} from "@observatoire/catalog";
import {type Shape, selectColumns} from "./indicator-columns.ts";

/** SQL giving one row per (territory, period, dimension, modality) of an indicator, before its statut is settled. */
export function selectRows(indicator: Indicator, shape: Shape, columns: readonly string[]): string {
  return shape === "communes" ? selectSums(indicator, columns) : selectTerritories(indicator, columns);
}

/** Value written by the SQL, else made from the numerator and the denominator: rates are never summed. */
function writeValue({aggregation, unit}: Indicator): string {
  if (aggregation === "not-additive") return "valeur";
  if (aggregation === "sum") return "coalesce(valeur, numerateur)";
  return `coalesce(valeur, ${unit === "pct" || unit === "pour_100" ? 100 : 1} * numerateur / nullif(denominateur, 0))`;
}

function selectTerritories(indicator: Indicator, columns: readonly string[]): string {
  return `
    select
        niveau, code_territoire, periode_debut, periode_fin, dimension, modalite, reference,
        ${writeValue(indicator)} as valeur,
        valeur_min, valeur_max, numerateur, denominateur, statut, motif,
        cellules_inconnues, communes_absentes
    from (select niveau, code_territoire, ${selectColumns(columns)} from indicator.${indicator.id})`;
}

/**
 * Sums of communes. A commune with no row at all in a period is unknown, and half of them leave no figure at all;
 * one that lacks a single modality counts for zero in it.
 */
function selectSums(indicator: Indicator, columns: readonly string[]): string {
  const partial = indicator.aggregation === "sum" ? "minimum" : "estime";
  return `
    with
    commune as (
        select code_commune, ${selectColumns(columns)} from indicator.${indicator.id}
    ),
    cellule as (
        select distinct periode_debut, periode_fin, dimension, modalite, reference from commune
    ),
    territoire as (
        select niveau, code_territoire, count(*)::integer as communes from core.appartenance group by all
    ),
    vue as (
        select niveau, code_territoire, periode_debut, periode_fin, count(distinct code_commune)::integer as communes_vues
        from commune inner join core.appartenance using (code_commune)
        group by all
    ),
    somme as (
        select
            niveau, code_territoire, periode_debut, periode_fin, dimension, modalite, reference,
            sum(numerateur) filter (connue) as numerateur,
            sum(denominateur) filter (connue) as denominateur,
            count(*) filter (connue) as connues,
            count(*) filter (statut = 'secret') as secretes,
            count(*) filter (not connue or statut = 'minimum') as incompletes,
            bool_or(statut = 'estime') as est_estime,
            bool_or(statut = 'provisoire') as est_provisoire,
            sum(cellules_inconnues)::integer as cellules_inconnues
        from (
            select *,
                numerateur is not null
                and coalesce(statut, 'connu') in ('connu', 'provisoire', 'estime', 'minimum') as connue
            from commune
        )
        inner join core.appartenance using (code_commune)
        group by all
    ),
    complete as (
        select
            territoire.niveau, territoire.code_territoire,
            cellule.periode_debut, cellule.periode_fin, cellule.dimension, cellule.modalite, cellule.reference,
            case when somme.niveau is null or somme.connues > 0 then coalesce(somme.numerateur, 0) end as numerateur,
            somme.denominateur,
            territoire.communes,
            territoire.communes - coalesce(vue.communes_vues, 0) as absentes,
            coalesce(somme.connues, 0) as connues,
            coalesce(somme.secretes, 0) as secretes,
            coalesce(somme.incompletes, 0) as incompletes,
            coalesce(somme.est_estime, false) as est_estime,
            coalesce(somme.est_provisoire, false) as est_provisoire,
            coalesce(somme.cellules_inconnues, 0) as cellules_inconnues
        from territoire
        cross join cellule
        left join vue
            on vue.niveau = territoire.niveau and vue.code_territoire = territoire.code_territoire
            and vue.periode_debut = cellule.periode_debut and vue.periode_fin = cellule.periode_fin
        left join somme
            on somme.niveau = territoire.niveau and somme.code_territoire = territoire.code_territoire
            and somme.periode_debut = cellule.periode_debut and somme.periode_fin = cellule.periode_fin
            and somme.dimension = cellule.dimension and somme.modalite = cellule.modalite
            and somme.reference is not distinct from cellule.reference
    )
    select
        niveau, code_territoire, periode_debut, periode_fin, dimension, modalite, reference,
        ${writeValue(indicator).replace(/\bvaleur\b/, "null::double")} as valeur,
        null::double as valeur_min, null::double as valeur_max, numerateur, denominateur,
        case
            when absentes * 2 > communes then 'non_disponible'
            when secretes > 0 and connues = 0 then 'secret'
            when incompletes > 0 and connues = 0 then 'non_disponible'
            when incompletes > 0 or absentes > 0 or cellules_inconnues > 0 then '${partial}'
            when est_estime then 'estime'
            when est_provisoire then 'provisoire'
        end as statut,
        case
            when absentes > 0 then absentes || ' commune' || if(absentes > 1, 's', '') || ' sur ' || communes || ' sans donnée.'
            when secretes > 0 then 'Secret statistique dans ' || secretes || ' commune' || if(secretes > 1, 's', '') || '.'
            when incompletes > 0 then 'Donnée incomplète dans ' || incompletes || ' commune' || if(incompletes > 1, 's', '') || '.'
        end as motif,
        cellules_inconnues,
        0 as communes_absentes
    from complete`;
}
