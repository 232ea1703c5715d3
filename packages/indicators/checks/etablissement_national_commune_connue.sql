-- Chaque commune des établissements de France est une commune en vigueur, et son compte est positif.
-- severity: error
select sirene.*
from core.etablissement_national as sirene
left join core.commune as commune using (code_commune)
where commune.code_commune is null or sirene.etablissements is null or sirene.etablissements <= 0
