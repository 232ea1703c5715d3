-- Chaque établissement de la liste est dans le périmètre et compte au moins dix salariés.
-- severity: error
select liste.siret
from mart.etablissement as liste
left join staging.perimetre__commune as perimetre using (code_commune)
where perimetre.code_commune is null or liste.effectif_min is null or liste.effectif_min < 10
