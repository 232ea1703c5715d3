-- Toutes les communes d'un territoire intérieur sont dans le périmètre.
-- severity: error
select distinct
    interieur.niveau,
    interieur.code_territoire,
from core.territoire_interieur as interieur
inner join core.appartenance as appartenance using (niveau, code_territoire)
anti join staging.perimetre__commune using (code_commune)
