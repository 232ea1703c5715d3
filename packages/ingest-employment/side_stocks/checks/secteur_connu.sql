-- Chaque secteur est un poste A10 de la NAF rév. 2, ou l'ensemble.
-- severity: error
select distinct national.a10
from staging.side_stocks__national as national
anti join reference.naf_division as naf
    on naf.a10 = national.a10
where national.a10 <> '_T'
