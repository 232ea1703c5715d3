-- La trajectoire d'un territoire porte sur les fenêtres de la loi.
-- severity: error
select distinct
    trajectoire.debut_reference,
    trajectoire.fin_reference,
    trajectoire.debut_suivante,
    trajectoire.fin_suivante,
from core.trajectoire_enaf as trajectoire
left join reference.periode_enaf as avant
    on avant.debut = trajectoire.debut_reference::varchar
    and avant.fin = trajectoire.fin_reference::varchar
left join reference.periode_enaf as apres
    on apres.debut = trajectoire.debut_suivante::varchar
    and apres.fin = trajectoire.fin_suivante::varchar
where avant.fenetre is null or apres.fenetre is null
