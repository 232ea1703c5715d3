-- Un objectif vise une date qui suit sa référence, et sa dernière valeur n'est pas à venir.
-- severity: error
select objectif_id, reference_date, cible_date, valeur_date
from derived.objectif
where cible_date <= reference_date or valeur_date > jour or (valeur is null) <> (valeur_date is null)
