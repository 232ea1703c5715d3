-- Établissements créés dans l'année, ensemble et par secteur A10. Une ligne par commune, année et secteur où il y en a.
select
    code_commune,
    make_date(annee, 1, 1) as periode_debut,
    make_date(annee, 12, 31) as periode_fin,
    if(a10 = '_T', 'total', 'a10') as dimension,
    a10 as modalite,
    creations as numerateur,
    statut,
from core.creations_side
