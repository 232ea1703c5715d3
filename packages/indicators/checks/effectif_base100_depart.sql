-- L'indice de l'emploi vaut 100 à sa première année, là où il y avait un emploi.
-- severity: error
select *
from mart.indicateur
where indicateur = 'effectif_base100'
    and periode_debut = periode_fin
    and abs(valeur - 100) > 1e-6
