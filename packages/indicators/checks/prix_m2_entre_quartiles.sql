-- Un prix médian est strictement positif, entre le premier et le dernier quartile.
-- severity: error
select *
from mart.indicateur
where indicateur in ('prix_m2_locaux_activite', 'prix_m2_terrain')
    and (valeur <= 0 or valeur < valeur_min or valeur > valeur_max)
