-- Chaque lien gardé touche un établissement du périmètre.
-- severity: error
select
    lien.siret_predecesseur,
    lien.siret_successeur
from staging.sirene_succession__lien as lien
where lien.siret_predecesseur not in (select siret from staging.sirene_etablissement__etablissement)
    and lien.siret_successeur not in (select siret from staging.sirene_etablissement__etablissement)
