-- Dans chaque commune et chaque année, la somme des secteurs A10 est l'ensemble.
-- severity: error
select
    code_commune,
    geo_object,
    annee,
    sum(valeur) filter (a10 = '_T') as ensemble,
    sum(valeur) filter (a10 <> '_T') as somme_des_secteurs,
from staging.side_stocks__stock
group by all
-- Un secret rend la somme partielle, jamais plus grande que l'ensemble.
having coalesce(sum(valeur) filter (a10 <> '_T'), 0) > coalesce(ensemble, 0) + 0.5
    or (count(valeur) = count(*) and abs(coalesce(ensemble, 0) - coalesce(somme_des_secteurs, 0)) > 0.5)
