-- La complétude est la part des fiches remplies, alertée sous 80 %.
-- severity: error
select champ, remplies, actions, pourcentage, alerte
from derived.completude
where remplies > actions or remplies < 0
  or (actions = 0) <> (pourcentage is null)
  or abs(pourcentage - 100.0 * remplies / nullif(actions, 0)) > 0.5
  or alerte <> (coalesce(pourcentage, 100) < 80)
