-- Moins de la moitié des points de France sont tirés au hasard dans leur commune.
-- severity: warning
select
    sum(lignes) filter (qualite = '33') as au_hasard,
    sum(lignes) as points
from staging.sirene_geolocalisation__national
having au_hasard > points / 2
