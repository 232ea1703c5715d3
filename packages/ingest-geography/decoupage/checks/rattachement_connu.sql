-- Chaque commune déléguée ou associée, et chaque arrondissement municipal, dépend d'une commune en vigueur.
-- severity: error
select
    rattache.code_commune,
    rattache.type,
    rattache.code_commune_actuelle,
from staging.decoupage__commune as rattache
left join staging.decoupage__commune as commune
    on commune.code_commune = rattache.code_commune_actuelle
    and commune.type = 'commune-actuelle'
where rattache.type <> 'commune-actuelle' and commune.code_commune is null
