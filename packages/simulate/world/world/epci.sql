-- Intercommunalité à fiscalité propre. Une ligne par code (SIREN).
select
    code,
    nom,
    type as nature_juridique
from entree.epci
order by code
