-- Aucune modalité n'a un nom vide.
-- severity: error
select *
from mart.modalite
where coalesce(libelle, '') = '' or coalesce(libelle_court, '') = ''
