-- Commune membre d'une intercommunalité. Une ligne par code_commune.
select
    unnest(membres).code as code_commune,
    code as code_epci
from entree.epci
