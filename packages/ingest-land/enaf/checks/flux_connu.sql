-- Aucune surface n'est vide : le producteur écrit zéro.
-- severity: warning
select
    code_commune,
    annee,
    destination,
from staging.enaf__flux
where surface_m2 is null
