-- Établissements employeurs et salariés au 31 décembre, une paire de colonnes par année.
-- Une ligne par code_commune × code_ape qui eut un employeur au moins une année.
with somme as (
    select
        commune,
        ape,
        cast(count(*) filter (columns('^effectif_(\d{4})$') > 0) as integer) as 'etablissements_\1',
        cast(sum(columns('^effectif_(\d{4})$')) as integer) as 'effectif_\1'
    from latent.effectif
    group by commune, ape
)
select
    commune.code_commune,
    ape.code_ape,
    somme.* exclude (commune, ape)
from somme
join latent.commune as commune on commune.commune = somme.commune
join latent.ape as ape on ape.ape = somme.ape
where list_max([*columns('^effectif_\d{4}$')]) > 0
