-- Une action a au plus toutes ses étapes réalisées, et un avancement entre 0 et 100 quand elle en a.
-- severity: error
select action_id, etapes, etapes_realisees, avancement_etapes
from derived.action
where etapes_realisees > etapes or etapes_en_retard > etapes - etapes_realisees or etapes_realisees < 0
  or (etapes = 0) <> (avancement_etapes is null)
  or avancement_etapes not between 0 and 100
