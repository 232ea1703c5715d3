-- La projection sur toute la décennie n'est pas sous ce qui est déjà consommé.
-- severity: error
select *
from core.trajectoire_enaf
where fin_observee <= fin_suivante
    and projetee_m2 < consommee_m2 - 0.001
