-- Un secteur n'a jamais plus d'emplois dans le territoire que dans la référence qui le contient.
-- severity: error
select *
from core.specialisation
where effectif_secteur > reference_secteur + 0.001
    or effectif_total > reference_total + 0.001
