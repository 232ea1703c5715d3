-- Consommation d'espaces NAF, en hectares, du 1er janvier au 1er janvier. Une ligne par territoire, période et destination.
select
    niveau,
    code_territoire,
    make_date(debut, 1, 1) as periode_debut,
    make_date(fin, 1, 1) as periode_fin,
    if(destination = 'total', 'total', 'destination') as dimension,
    if(destination = 'total', '_T', destination) as modalite,
    surface_m2 / 10000 as numerateur,
    statut,
    motif,
from core.conso_enaf_territoire
