-- Dans chaque commune en vigueur, les six destinations d'une année font son total, à deux mètres carrés près par commune d'origine.
-- severity: error
select
    code_commune,
    annee,
    sum(surface_m2) filter (destination = 'total') as total,
    sum(surface_m2) filter (destination <> 'total') as somme_des_destinations,
from core.conso_enaf
group by all
-- Une commune nouvelle additionne les arrondis de celles qu'elle réunit.
having abs(total - somme_des_destinations) > 60
