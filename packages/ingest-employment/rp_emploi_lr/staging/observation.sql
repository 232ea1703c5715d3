-- Résidents de 15 ans ou plus selon leur activité, tous sexes et diplômes, par commune ou arrondissement ; pondérés, décimaux. Une ligne par code_commune × geo_object × situation × annee.
select
    code_commune,
    geo_object,
    situation,
    annee::integer as annee,
    valeur,
    statut_observation,
from raw.rp_emploi_lr__observation
where geo_object in ('COM', 'ARM')
    and sexe = '_T'
    and diplome = '_T'
    and age = 'Y_GE15'
