-- Points de tous les établissements de France, approximatifs compris. Une ligne par qualité.
select
    nullif(qualite, '[ND]') as qualite,
    count(*) as lignes,
from raw.sirene_geolocalisation__point
group by all
