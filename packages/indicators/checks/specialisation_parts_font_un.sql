-- Les parts des secteurs d'un territoire font 1.
-- severity: error
select
    niveau,
    code_territoire,
    reference,
    annee,
    nomenclature,
    sum(effectif_secteur) / max(effectif_total) as somme,
from core.specialisation
where effectif_total > 0
group by all
having abs(somme - 1) > 0.000001
