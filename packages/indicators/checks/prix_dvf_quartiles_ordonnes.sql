-- La médiane des prix est entre leurs quartiles.
-- severity: error
select *
from core.prix_dvf
where mediane not between premier_quartile and dernier_quartile
