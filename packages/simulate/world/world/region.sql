-- Région de métropole ou d'outre-mer. Une ligne par code.
select
    code,
    nom
from entree.regions
where zone in ('metro', 'drom')
order by code
