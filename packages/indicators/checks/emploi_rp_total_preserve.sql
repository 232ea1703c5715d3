-- Le passage aux communes en vigueur ne perd ni ne crée un emploi ni un actif, aucun millésime.
-- severity: error
with
source as (
    select
        annee,
        sum(valeur) filter (grandeur = 'emplois') as emplois,
        sum(valeur) filter (grandeur = 'actifs_occupes') as actifs_occupes,
    from (
        select
            annee,
            'emplois' as grandeur,
            valeur,
        from staging.rp_emploi_lt__observation as observation
        semi join core.passage_commune as passage
            on passage.code_source = observation.code_commune
        where geo_object = 'COM' and forme_emploi = '_T'
        union all
        select
            annee,
            'actifs_occupes' as grandeur,
            valeur,
        from staging.rp_emploi_lr__observation as observation
        semi join core.passage_commune as passage
            on passage.code_source = observation.code_commune
        where geo_object = 'COM' and situation = '1'
    )
    group by all
),

arrivee as (
    select
        annee,
        sum(emplois) as emplois,
        sum(actifs_occupes) as actifs_occupes,
    from core.emploi_rp
    group by all
)

select
    annee,
    source.emplois as emplois_publies,
    arrivee.emplois as emplois_rattaches,
    source.actifs_occupes as actifs_publies,
    arrivee.actifs_occupes as actifs_rattaches,
from source
left join arrivee using (annee)
where abs(coalesce(source.emplois, 0) - coalesce(arrivee.emplois, 0)) > 0.5
    or abs(coalesce(source.actifs_occupes, 0) - coalesce(arrivee.actifs_occupes, 0)) > 0.5
