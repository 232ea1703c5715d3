-- Une commune en vigueur passe à elle-même, tout entière.
-- severity: error
select commune.code_commune
from core.commune as commune
anti join (from core.passage_commune where code_source = code_commune and part = 1) as passage using (code_commune)
