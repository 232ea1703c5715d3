-- Établissements actifs au 31 décembre, toutes formes légales, par commune ou arrondissement ; une combinaison absente vaut zéro. Une ligne par code_commune × geo_object × a10 × annee.
select
    code_commune,
    geo_object,
    a10,
    annee::integer as annee,
    valeur,
    statut_observation,
from raw.side_stocks__stock
where geo_object in ('COM', 'ARM')
    and coalesce(forme_juridique, '_T') = '_T'
    and mesure = 'UNIT_LOC'
