-- La France compte au moins les périodes en cours et closes du périmètre.
-- severity: error
with
liste as (
    select
        date_fin is null as est_courante,
        qualite_date,
        count(*) as periodes,
    from staging.sirene_historique__periode
    group by all
),

france as (
    select
        est_courante,
        qualite_date,
        sum(lignes) as periodes,
    from staging.sirene_historique__national
    group by all
)

select
    liste.est_courante,
    liste.qualite_date,
    liste.periodes,
    france.periodes as periodes_france
from liste
left join france on france.est_courante = liste.est_courante and france.qualite_date = liste.qualite_date
where liste.periodes > coalesce(france.periodes, 0)
