-- Le taux annuel moyen, composé sur sa période, mène de l'emploi du début à celui de la fin.
-- severity: error
select *
from mart.indicateur
where indicateur = 'effectif_evolution'
    and abs(denominateur * pow(1 + valeur / 100, year(periode_fin) - year(periode_debut)) - numerateur)
        > greatest(0.001, 1e-6 * numerateur)
