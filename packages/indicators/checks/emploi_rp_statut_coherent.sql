-- Une valeur du recensement est absente quand son statut le dit, et seulement alors ; aucune n'est négative.
-- severity: error
select *
from core.emploi_rp
where (emplois is null) <> (statut_emplois in ('secret', 'non_disponible'))
    or (actifs_occupes is null) <> (statut_actifs in ('secret', 'non_disponible'))
    or emplois < 0
    or actifs_occupes < 0
    or chomeurs < 0
