import type {Indicator} from "@observatoire/catalog";
import {quoteText} from "@observatoire/warehouse";
import {dimensions} from "./dimensions.ts";

const withValue = "('connu', 'provisoire', 'estime', 'minimum')";
const many = (count: string, singular: string, plural: string) =>
  `replace(format('{:,}', ${count}::bigint), ',', chr(8239)) || chr(160) || if(${count} > 1, '${plural}', '${singular}')`;

/**
 * SQL of the rows as they are shown: the statut follows from what is unknown unless the SQL of the indicator says it,
 * and a value without a number always says why. Missing, zero and secret stay three things.
 */
export function selectShown(indicator: Indicator, rows: string): string {
  const partial = indicator.aggregation === "sum" ? "minimum" : "estime";
  const nomenclature = Object.entries(dimensions)
    .filter(([, value]) => value.nomenclature !== null)
    .map(([id, value]) => `when ${quoteText(id)} then ${quoteText(value.nomenclature!)}`)
    .join(" ");
  return `
    with
    statue as (
        select * replace (
            case
                when statut is not null then statut
                when valeur is null and motif is not null then 'non_applicable'
                when communes_absentes > 0 or valeur is null or not isfinite(valeur) then 'non_disponible'
                when cellules_inconnues > 0 then '${partial}'
                else 'connu'
            end as statut
        )
        from (${rows})
    )
    select
        niveau, code_territoire, periode_debut::date as periode_debut, periode_fin::date as periode_fin,
        dimension, modalite, case dimension ${nomenclature} end as nomenclature, reference,
        case when statut in ${withValue} then valeur end::double as valeur,
        case when statut in ${withValue} then valeur_min end::double as valeur_min,
        case when statut in ${withValue} then valeur_max end::double as valeur_max,
        case when statut in ${withValue} or statut = 'non_applicable' then numerateur end::double as numerateur,
        case when statut in ${withValue} or statut = 'non_applicable' then denominateur end::double as denominateur,
        statut,
        case statut
            when 'connu' then null
            else coalesce(motif, case
                when communes_absentes > 0
                then ${many("communes_absentes", "commune absente", "communes absentes")} || ' du fichier source.'
                when statut = 'minimum'
                then ${many("cellules_inconnues", "cellule vide", "cellules vides")} || ' dans le fichier source : la valeur est un minimum.'
                when statut = 'estime' and cellules_inconnues > 0
                then 'Calculé sans ' || ${many("cellules_inconnues", "cellule vide", "cellules vides")} || ' du fichier source.'
                when cellules_inconnues > 0
                then ${many("cellules_inconnues", "cellule vide", "cellules vides")} || ' dans le fichier source : aucune valeur connue.'
                when statut = 'secret' then 'Secret statistique.'
                when statut = 'provisoire' then 'Valeur provisoire.'
                when statut = 'estime' then 'Valeur estimée par le producteur.'
                else 'Donnée non disponible pour ce territoire.'
            end)
        end as motif
    from statue`;
}
