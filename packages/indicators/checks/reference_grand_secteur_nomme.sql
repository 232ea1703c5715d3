-- Chaque grand secteur a un nom, et un nom court de 28 caractères au plus.
-- severity: error
select *
from reference.grand_secteur
where coalesce(trim(libelle), '') = ''
    or coalesce(trim(libelle_court), '') = ''
    or length(libelle_court) > 28
