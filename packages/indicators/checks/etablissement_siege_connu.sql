-- Le siège de chaque établissement du périmètre est dans le fichier.
-- severity: warning
select
    siren,
    count(*)::integer as etablissements,
from core.etablissement
where est_siege_exterieur is null
group by all
