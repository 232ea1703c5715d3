-- Chaque période montrée d'un indicateur a au moins une source.
-- severity: error
select distinct
    indicateur,
    periode_fin,
from mart.indicateur
anti join mart.indicateur_source using (indicateur, periode_fin)
