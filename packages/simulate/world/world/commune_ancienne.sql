-- Code de commune absorbé par une commune actuelle (déléguée ou associée). Une ligne par code_ancien.
-- Les fusions sont réelles, leurs dates ne sont que plausibles : 1972-1974 pour les associées, depuis 2013 pour les nouvelles.
select
    code as code_ancien,
    nom as nom_ancien,
    chefLieu as code_commune,
    case type
        when 'commune-associee' then make_date(cast(1972 + floor(3 * tirage(chefLieu, 'fusion')) as integer), 1, 1)
        else make_date(cast(2013 + floor(13 * pow(tirage(chefLieu, 'fusion'), 1.4)) as integer), 1, 1)
    end as date_effet,
    if(type = 'commune-associee', '33', '32') as mod
from entree.communes
where type in ('commune-deleguee', 'commune-associee') and chefLieu <> code
order by code
