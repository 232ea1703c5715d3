-- Le rattachement aux communes en vigueur ne perd ni n'ajoute aucun salarié.
-- severity: error
with large as (
    select sum(columns('^effectif_(\d{4})$')) as '\1'
    from staging.urssaf__commune_ape
),
publie as (
    select
        cast(unnest(struct_keys(struct_pack(*columns('^\d{4}$')))) as integer) as annee,
        cast(unnest([*columns('^\d{4}$')]) as double) as effectif
    from large
),
rattache as (
    select
        annee,
        sum(effectif) as effectif
    from core.emploi_prive
    group by annee
)
select
    publie.annee,
    publie.effectif as effectif_publie,
    rattache.effectif as effectif_rattache
from publie
left join rattache on rattache.annee = publie.annee
where abs(publie.effectif - coalesce(rattache.effectif, 0)) > 0.5
