-- La liste des établissements a une ligne par siret.
-- severity: error
select
    siret,
    count(*)::integer as lignes,
from mart.etablissement
group by all
having count(*) > 1
