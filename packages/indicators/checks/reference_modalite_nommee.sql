-- Chaque modalité de la liste a un nom, et un nom court que nulle autre de sa dimension ne porte.
-- severity: error
select *
from reference.modalite
qualify count(*) over (partition by dimension, libelle_court) > 1
    or coalesce(trim(libelle), '') = ''
    or coalesce(trim(libelle_court), '') = ''
