-- L'avancement va de 0 à 100, et ne compte pas plus de réalisées que d'actions.
-- severity: error
select cle, par_actions, par_etapes
from derived.avancement
where par_actions not between 0 and 100 or par_etapes not between 0 and 100
  or realisees > actions or en_retard > actions or bloquees > actions or etapes_realisees > etapes
