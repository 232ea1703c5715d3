-- Aucun établissement ne se succède à lui-même.
-- severity: warning
select
    siret_predecesseur,
    date_lien
from staging.sirene_succession__lien
where siret_predecesseur = siret_successeur
