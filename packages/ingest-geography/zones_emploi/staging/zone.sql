-- Zone supra-communale et son nom. Une ligne par niveau × code_zone.
select
    niveau,
    code_zone,
    nom_zone,
    nom_zone like '% (simulée)' as est_simulee,
from raw.zones_emploi__zone
