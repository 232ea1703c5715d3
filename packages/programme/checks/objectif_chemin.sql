-- Le chemin parcouru d'un objectif est mesuré entre sa référence et sa cible.
-- severity: error
select objectif_id, valeur, reference_valeur, cible_valeur, chemin
from derived.objectif
where (chemin is not null and (valeur is null or reference_valeur is null))
  or abs(chemin - 100.0 * (valeur - reference_valeur) / nullif(cible_valeur - reference_valeur, 0)) > 0.051
  or (valeur is null and position <> 'indéterminé')
