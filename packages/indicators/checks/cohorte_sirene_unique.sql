-- Les cohortes ont une ligne par territoire, champ, transfert, cession, état, années et durée.
-- severity: error
select
    * exclude (etablissements),
    count(*)::integer as lignes,
from core.cohorte_sirene
group by all
having count(*) > 1
