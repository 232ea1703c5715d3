-- Une tranche connue a un minimum, et l'inconnu n'est pas un zéro.
-- severity: error
select
    siret,
    tranche_effectifs,
    effectif_min,
from core.etablissement
where (coalesce(tranche_effectifs, 'NN') = 'NN' and effectif_min is not null)
    or (effectif_min = 0 and tranche_effectifs <> '00')
