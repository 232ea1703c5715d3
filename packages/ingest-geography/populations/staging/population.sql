-- Population de référence d'un territoire au 1er janvier. Une ligne par geo × geo_object × popref_measure × time_period.
select
    geo,
    geo_object,
    popref_measure,
    obs_status,
    time_period,
    -- Une année illisible est refusée par son motif, après coup.
    try_cast(time_period as integer) as annee,
    obs_value as population,
from raw.populations__population
