-- Les créations de Side donnent l'ensemble de chaque commune du fichier chaque année ; une valeur manque quand son statut le dit.
-- severity: error
select
    code_commune,
    annee,
    count(*) filter (a10 = '_T') as ensembles,
    count(*) filter ((creations is null) <> (statut in ('secret', 'non_disponible'))) as statuts_incoherents,
from core.creations_side
group by all
having count(*) filter (a10 = '_T') <> 1
    or count(*) filter ((creations is null) <> (statut in ('secret', 'non_disponible'))) > 0
