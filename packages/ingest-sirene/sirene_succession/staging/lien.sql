-- Lien de succession qui touche un établissement du périmètre. Une ligne par lien.
select
    siret_predecesseur,
    siret_successeur,
    date_lien,
    transfert_siege,
    continuite_economique,
from raw.sirene_succession__lien
where siret_predecesseur in (select siret from staging.sirene_etablissement__etablissement)
    or siret_successeur in (select siret from staging.sirene_etablissement__etablissement)
