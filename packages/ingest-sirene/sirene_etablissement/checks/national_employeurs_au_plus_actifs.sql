-- Dans chaque commune, les établissements actifs du périmètre sont ceux du fichier national, et les employeurs n'en sont qu'une partie.
-- severity: error
with
commune as (
    select
        code_commune,
        count(*) as actifs,
        count(*) filter (est_employeur) as employeurs,
    from staging.sirene_etablissement__etablissement
    where est_actif
    group by all
),

france as (
    select
        code_commune,
        sum(lignes) as actifs,
        coalesce(sum(lignes) filter (est_employeur), 0) as employeurs,
    from staging.sirene_etablissement__national
    group by all
)

select
    commune.code_commune,
    commune.actifs,
    france.actifs as actifs_france
from commune
left join france on france.code_commune = commune.code_commune
where (commune.actifs, commune.employeurs) is distinct from (france.actifs::bigint, france.employeurs::bigint)
    or commune.employeurs > commune.actifs
