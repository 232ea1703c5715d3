-- L'emploi privé a une ligne par commune, division, grand secteur, intérim ou non, année.
-- severity: error
select
    code_commune,
    division,
    grand_secteur,
    est_interim,
    annee,
    count(*)::integer as lignes,
from core.emploi_prive
group by all
having count(*) > 1
