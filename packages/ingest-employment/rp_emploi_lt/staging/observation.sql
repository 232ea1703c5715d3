-- Emplois au lieu de travail d'une commune ou d'un arrondissement, toutes dimensions inutiles à leur total ; pondérés, décimaux. Une ligne par code_commune × geo_object × forme_emploi × annee.
select
    code_commune,
    geo_object,
    forme_emploi,
    annee::integer as annee,
    valeur,
    statut_observation,
from raw.rp_emploi_lt__observation
where geo_object in ('COM', 'ARM')
    and sexe = '_T'
    and temps_travail = '_T'
    -- Un emploi est occupé à 15 ans ou plus : « _T » et « Y_GE15 » sont deux écritures du même total, on en lit une.
    and age = (
        select max(age)
        from staging.rp_emploi_lt__national
        where age in ('_T', 'Y_GE15')
    )
