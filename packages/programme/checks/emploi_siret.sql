-- Un projet sans numéro d'établissement ne s'observe pas.
-- severity: error
select projet_id, siret, statut
from derived.emploi_projet
where (siret is null) <> (statut = 'non_applicable') or siret not similar to '\d{14}'
