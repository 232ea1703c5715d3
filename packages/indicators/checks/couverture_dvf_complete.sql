-- Chaque commune dit une fois si ses ventes sont connues.
-- severity: error
select
    commune.code_commune,
    count(couverture.code_commune)::integer as lignes,
from core.commune as commune
left join core.couverture_dvf as couverture using (code_commune)
group by all
having count(couverture.code_commune) <> 1
