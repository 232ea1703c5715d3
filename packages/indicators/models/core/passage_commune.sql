-- Passage de tout code de commune, en vigueur ou ancien, aux communes en vigueur. Une ligne par code_source × code_commune ; les parts d'un code_source font 1.
with recursive
commune as (
    select
        code_commune,
        population,
    from core.commune
),

-- Délégués, associés, arrondissements : le découpage dit lui-même de quelle commune ils sont.
rattachement as (
    select
        rattache.code_commune as code_source,
        rattache.code_commune_actuelle as code_commune,
    from staging.decoupage__commune as rattache
    anti join commune using (code_commune)
    where rattache.code_commune_actuelle is not null
),

-- Une commune qui garde son code après un événement n'a pas fini ; délégations et rétablissements de délégués n'ôtent rien.
fin as (
    select
        mouvement.code_avant as code_source,
        max(mouvement.date_effet) as date_effet,
    from (
        select
            code_avant,
            date_effet,
        from staging.cog__mouvement
        where code_avant is not null and mod not in ('10', '70', '71', '72')
        group by all
        having count(*) filter (code_apres = code_avant and type_apres = 'COM') = 0
            and count(*) filter (code_apres <> code_avant) > 0
    ) as mouvement
    anti join commune on commune.code_commune = mouvement.code_avant
    anti join rattachement on rattachement.code_source = mouvement.code_avant
    group by all
),

evenement as (
    select distinct
        fin.code_source,
        mouvement.code_apres as code_commune,
    from fin
    inner join staging.cog__mouvement as mouvement
        on mouvement.code_avant = fin.code_source
        and mouvement.date_effet = fin.date_effet
        and mouvement.code_apres <> fin.code_source
),

absorption as (
    select
        absorbante.code_commune,
        unnest(string_split(absorbante.anciens_codes, ' ')) as code_source,
    from staging.decoupage__commune as absorbante
    semi join commune using (code_commune)
    where absorbante.type = 'commune-actuelle'
),

etape as (
    from (select code_source, code_commune from rattachement)
    union all
    from (select code_source, code_commune from evenement)
    union all
    select
        absorption.code_source,
        absorption.code_commune,
    from absorption
    anti join commune on commune.code_commune = absorption.code_source
    anti join rattachement on rattachement.code_source = absorption.code_source
    anti join evenement on evenement.code_source = absorption.code_source
),

chemin as (
    select
        code_source,
        code_commune,
    from etape
    union
    select
        chemin.code_source,
        etape.code_commune,
    from chemin
    inner join etape on etape.code_source = chemin.code_commune
),

arrivee as (
    select
        chemin.code_source,
        chemin.code_commune,
        commune.population,
        sum(commune.population) over (partition by chemin.code_source) as population_totale,
        count(*) over (partition by chemin.code_source) as arrivees,
    from chemin
    inner join commune using (code_commune)
)

select
    code_commune as code_source,
    code_commune,
    1::double as part,
from commune
union all
select
    code_source,
    code_commune,
    case when population_totale > 0 then population / population_totale else 1 / arrivees end::double as part,
from arrivee
