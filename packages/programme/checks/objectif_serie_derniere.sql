-- La valeur d'un objectif est la dernière connue de sa série.
-- severity: error
select objectif_id, objectif.valeur, serie.valeur as derniere
from derived.objectif as objectif
join (
  select objectif_id, max_by(valeur, date) as valeur from derived.objectif_serie
  where valeur is not null group by objectif_id
) as serie using (objectif_id)
where objectif.valeur is distinct from serie.valeur
