-- Un nom court de secteur A17 ou A38 tient en 28 caractères.
-- severity: error
select *
from mart.modalite
where dimension in ('a17', 'a38') and length(libelle_court) > 28
