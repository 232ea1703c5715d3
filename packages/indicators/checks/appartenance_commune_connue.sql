-- Chaque commune d'un territoire affiché est une commune en vigueur.
-- severity: error
select distinct
    appartenance.niveau,
    appartenance.code_territoire,
    appartenance.code_commune,
from core.appartenance as appartenance
anti join core.commune as commune on commune.code_commune = appartenance.code_commune
