-- Chaque commune du fichier a toutes les années et les sept destinations, une fois chacune.
-- severity: error
select
    code_commune,
    count(*)::integer as lignes,
from staging.enaf__flux
group by all
having count(*) <> 7 * (select count(distinct annee) from staging.enaf__flux)
    or count(distinct annee) <> (select count(distinct annee) from staging.enaf__flux)
