-- Chaque commune du fichier est connue du code officiel géographique, les collectivités d'outre-mer à part.
-- severity: error
select distinct populations.geo
from staging.populations__population as populations
anti join core.passage_commune as passage
    on passage.code_source = populations.geo
where populations.geo_object = 'COM'
    and not regexp_matches(populations.geo, '^97[578]|^98')
