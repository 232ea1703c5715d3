-- Un dossier est décidé après avoir été déposé, accordé ou refusé après avoir été décidé.
-- severity: error
select groupe, cle, dossiers, deposees, decidees, accordees, refusees
from derived.aide
where deposees > dossiers or decidees > deposees or accordees + refusees > decidees
  or delai_median < 0 or taux_transformation not between 0 and 100
