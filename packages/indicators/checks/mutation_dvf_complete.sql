-- Aucune mutation des lignes chargées n'est perdue.
-- severity: error
select distinct ligne.mutation
from staging.dvf__mutation as ligne
anti join core.mutation_dvf as mutation on mutation.mutation = ligne.mutation
