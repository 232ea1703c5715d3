-- Département de métropole ou d'outre-mer. Une ligne par code.
select
    code,
    nom,
    region as code_region
from entree.departements
where zone in ('metro', 'drom')
order by code
