-- Créations, fermetures et stocks ne sont pas négatifs, et manquent ensemble.
-- severity: error
select *
from core.demographie_sirene
where least(creations, fermetures, stock) < 0
    or (creations is null) <> (communes_absentes > 0)
    or (stock is null) <> (communes_absentes > 0)
