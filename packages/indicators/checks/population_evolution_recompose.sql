-- Le taux annuel moyen, composé sur sa période, mène de la population du début à celle de la fin.
-- severity: error
select
    taux.niveau,
    taux.code_territoire,
    taux.valeur,
    debut.valeur as population_debut,
    fin.valeur as population_fin,
from mart.indicateur as taux
inner join mart.indicateur as debut
    on debut.niveau = taux.niveau
    and debut.code_territoire = taux.code_territoire
    and debut.periode_fin = taux.periode_debut
inner join mart.indicateur as fin
    on fin.niveau = taux.niveau
    and fin.code_territoire = taux.code_territoire
    and fin.periode_fin = taux.periode_fin
where taux.indicateur = 'population_evolution'
    and debut.indicateur = 'population'
    and fin.indicateur = 'population'
    and debut.statut = 'connu'
    and fin.statut = 'connu'
    and abs(debut.valeur * pow(1 + taux.valeur / 100, year(taux.periode_fin) - year(taux.periode_debut)) - fin.valeur)
        > greatest(0.5, 1e-6 * fin.valeur)
