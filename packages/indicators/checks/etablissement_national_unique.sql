-- Les établissements de France ont une ligne par commune, division, immobilier ou solaire, employeur ou non, taille.
-- severity: error
select
    code_commune,
    division,
    est_immobilier_solaire,
    est_employeur,
    taille,
    count(*)::integer as lignes,
from core.etablissement_national
group by all
having count(*) > 1
