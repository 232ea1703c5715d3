-- Chaque commune dont le centre est connu est une commune en vigueur.
-- severity: warning
select centre.*
from reference.communes_coordonnees as centre
anti join core.commune as commune on commune.code_commune = centre.code_commune
