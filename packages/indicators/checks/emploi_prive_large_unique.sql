-- L'emploi large a une ligne par commune, division, grand secteur, intérim ou non.
-- severity: error
select
    code_commune,
    division,
    grand_secteur,
    est_interim,
    count(*)::integer as lignes,
from core.emploi_prive_large
group by all
having count(*) > 1
