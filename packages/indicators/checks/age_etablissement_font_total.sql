-- La somme des âges est l'ensemble des établissements actifs.
-- severity: error
select
    age.niveau,
    age.code_territoire,
    sum(age.etablissements) as somme,
    max(total.etablissements) as ensemble,
from core.age_etablissement as age
inner join core.etablissement_territoire as total
    on total.niveau = age.niveau
    and total.code_territoire = age.code_territoire
    and total.compte = 'actifs'
    and total.dimension = 'total'
group by all
having abs(somme - ensemble) > 0.001 + 1e-9 * ensemble
