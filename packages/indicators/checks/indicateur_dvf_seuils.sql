-- Aucune médiane de prix ne porte sur moins de 11 ventes, aucun nombre de ventes n'est de 1 à 4.
-- severity: error
select
    indicateur,
    niveau,
    code_territoire,
    valeur,
    denominateur,
from mart.indicateur
where (indicateur like 'prix_m2_%' and valeur is not null and coalesce(denominateur, 0) < 11)
    or (indicateur in ('ventes_locaux_activite', 'ventes_terrains') and valeur between 1 and 4)
