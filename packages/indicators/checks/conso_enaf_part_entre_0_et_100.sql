-- La part de l'activité dans la consommation d'espaces est entre 0 et 100.
-- severity: error
select *
from mart.indicateur
where indicateur = 'part_activite_enaf'
    and valeur not between 0 and 100
