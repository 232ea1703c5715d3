-- Chaque année, la somme des six destinations est le total, à deux mètres carrés près (arrondis du producteur).
-- severity: error
select
    code_commune,
    annee,
    sum(surface_m2) filter (destination = 'total') as total,
    sum(surface_m2) filter (destination <> 'total') as somme_des_destinations,
from staging.enaf__flux
group by all
having abs(total - somme_des_destinations) > 2
