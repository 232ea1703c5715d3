-- Aucun effectif, aucun nombre d'établissements n'est négatif.
-- severity: error
select
    code_commune,
    code_ape,
    list_min([*columns('^(?:effectif|etablissements)_\d{4}$')]) as plus_petite_valeur
from staging.urssaf__commune_ape
where list_min([*columns('^(?:effectif|etablissements)_\d{4}$')]) < 0
