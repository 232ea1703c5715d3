/** Values under which a published number stands. */
const shown = (row: string) => `coalesce(${row}.valeur, ${row}.valeur_min, ${row}.valeur_max) is not null`;

/** True when two numbers differ by more than the noise of sums made in another order. */
const differ = (column: string) => `(
        (ici.${column} is null) <> (precedente.${column} is null)
        or coalesce(abs(ici.${column} - precedente.${column})
            > 1e-9 * greatest(abs(ici.${column}), abs(precedente.${column})), false)
    )`;

const key = [
  ["indicateur", "niveau", "code_territoire", "periode_debut", "periode_fin", "dimension", "modalite"],
  ["nomenclature", "reference"]
] as const;
const columns = [...key[0], ...key[1], "valeur", "valeur_min", "valeur_max", "statut"].join(", ");
const sameKey = [
  ...key[0].map((name) => `ici.${name} = precedente.${name}`),
  ...key[1].map((name) => `ici.${name} is not distinct from precedente.${name}`)
].join(" and ");

/** The other TIs have no page: they only make up a distribution, and would drown what is ours. */
const displayed = "niveau <> 'autre_ti'";

/**
 * SQL of the table of changes: one row per displayed value that is not what it was in the attached base `precedent`.
 * Reads `cause(indicateur, motif, sources)`. A former value is written only where one is shown today, and never in an
 * indicator of which a cell is secret, was, or lost its value while its territory and its period remain: with the sums
 * around it, a published difference would give that cell back.
 */
export const selectChanges = `
    with
    ici as (select ${columns} from mart.indicateur where ${displayed}),
    precedente as (select ${columns} from precedent.mart.indicateur where ${displayed}),
    paire as (
        select
            ${[...key[0], ...key[1]].map((name) => `coalesce(ici.${name}, precedente.${name}) as ${name}`).join(", ")},
            case
                when precedente.indicateur is null then 'ajoutee'
                when ici.indicateur is null then 'retiree'
                else 'revisee'
            end as nature,
            precedente.valeur as valeur_avant, ici.valeur as valeur_apres,
            precedente.valeur_min as valeur_min_avant, ici.valeur_min as valeur_min_apres,
            precedente.valeur_max as valeur_max_avant, ici.valeur_max as valeur_max_apres,
            precedente.statut as statut_avant, ici.statut as statut_apres,
            ${shown("ici")} as est_montree, ${shown("precedente")} as etait_montree
        from ici full join precedente on ${sameKey}
        where ${differ("valeur")} or ${differ("valeur_min")} or ${differ("valeur_max")}
            or ici.statut is distinct from precedente.statut
    ),
    commune_changee as (
        select distinct niveau, code_territoire
        from (select niveau, code_territoire, code_commune, true as est_ici from core.appartenance) as nouvelle
        full join (
            select niveau, code_territoire, code_commune, true as etait_la from precedent.core.appartenance
        ) as ancienne using (niveau, code_territoire, code_commune)
        where est_ici is null or etait_la is null
    ),
    periode_publiee as (select distinct indicateur, periode_debut, periode_fin from ici),
    masque as (
        select indicateur from ici where statut = 'secret'
        union
        select indicateur from precedente where statut = 'secret'
        union
        select paire.indicateur
        from paire
        semi join core.territoire using (niveau, code_territoire)
        semi join periode_publiee using (indicateur, periode_debut, periode_fin)
        where etait_montree and not est_montree and coalesce(statut_apres, '') <> 'non_applicable'
    )
    select
        ${[...key[0], ...key[1]].map((name) => `paire.${name}`).join(", ")}, nature,
        ${["valeur", "valeur_min", "valeur_max"]
          .map(
            (name) =>
              `case when est_montree and masque.indicateur is null then ${name}_avant end as ${name}_avant, ${name}_apres`
          )
          .join(", ")},
        statut_avant, statut_apres,
        if(est_deplace, 'perimetre', coalesce(cause.motif, 'inexpliquee')) as motif,
        if(est_deplace, '', coalesce(cause.sources, '')) as sources,
        masque.indicateur is not null as masque
    from (
        select paire.*,
            coalesce(cause.motif, '') <> 'simulation'
            and (territoire.niveau is not null or repere.niveau is not null) as est_deplace
        from paire
        left join cause using (indicateur)
        left join commune_changee as territoire
            on territoire.niveau = paire.niveau and territoire.code_territoire = paire.code_territoire
        left join commune_changee as repere on repere.niveau || ':' || repere.code_territoire = paire.reference
    ) as paire
    left join cause using (indicateur)
    left join masque using (indicateur)`;

/** The values worth reading first: totals, then the latest, then the largest changes, the perimeter before its EPCIs. */
export const selectMain = (limit: number) => `
    with
    rangee as (
        select *, row_number() over (
            partition by indicateur, motif, niveau, code_territoire
            order by dimension <> 'total', periode_fin desc, periode_debut desc,
                abs(valeur_apres - valeur_avant) / nullif(abs(valeur_avant), 0) desc nulls last, dimension, modalite
        ) * if(niveau = 'ti', 1, 2) as importance
        from changement where niveau in ('ti', 'epci')
    )
    select indicateur, motif, niveau, code_territoire,
        periode_debut, periode_fin, dimension, modalite, nature,
        valeur_avant, valeur_apres, valeur_min_avant, valeur_min_apres, valeur_max_avant, valeur_max_apres,
        statut_avant, statut_apres
    from rangee
    qualify row_number() over (
        partition by indicateur, motif order by importance, niveau = 'epci', code_territoire
    ) <= ${limit}
    order by indicateur, motif, niveau = 'epci', code_territoire, dimension <> 'total', dimension, periode_fin desc, modalite`;
