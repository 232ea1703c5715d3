-- La spécialisation a une ligne par territoire, référence, année, nomenclature et secteur.
-- severity: error
select
    niveau,
    code_territoire,
    reference,
    annee,
    nomenclature,
    modalite,
    count(*)::integer as lignes,
from core.specialisation
group by all
having count(*) > 1
