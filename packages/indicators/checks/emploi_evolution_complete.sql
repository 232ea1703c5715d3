-- Chaque territoire a une évolution sur chaque période de référence.
-- severity: error
select
    territoire.niveau,
    territoire.code_territoire,
    periode.periode,
from core.territoire as territoire
cross join core.periode_reference as periode
anti join core.emploi_evolution as evolution
    on evolution.niveau = territoire.niveau
    and evolution.code_territoire = territoire.code_territoire
    and evolution.annee_debut = periode.annee_debut
    and evolution.annee_fin = periode.annee_fin
