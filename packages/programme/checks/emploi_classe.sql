-- Un emploi observé a les deux bornes de sa classe, dans l'ordre, et elles seules quand il est connu.
-- severity: error
select projet_id, observes_min, observes_max, statut
from derived.emploi_projet
where observes_min > observes_max or observes_min < 0 or declares < 0
  or (statut = 'connu') <> (observes_min is not null)
