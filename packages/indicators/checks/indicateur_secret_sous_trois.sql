-- Une part tirée de moins de trois établissements employeurs n'est jamais montrée.
-- severity: error
select *
from mart.indicateur
where indicateur in ('concentration_emploi', 'concentration_hhi', 'siege_exterieur')
    and valeur is not null
    and coalesce(denominateur, 0) < 3
