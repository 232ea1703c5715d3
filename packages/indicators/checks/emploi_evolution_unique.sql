-- L'évolution a une ligne par territoire, période, dimension et modalité.
-- severity: error
select
    niveau,
    code_territoire,
    annee_debut,
    annee_fin,
    dimension,
    modalite,
    count(*)::integer as lignes,
from core.emploi_evolution
group by all
having count(*) > 1
