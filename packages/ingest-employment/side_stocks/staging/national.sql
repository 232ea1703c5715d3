-- Le fichier entier, additionné par niveau ; les départements, les régions et la France gardent leur code. Une ligne par niveau, territoire et croisement publié ; `lignes` = lignes du fichier.
select
    geo_object,
    case when geo_object in ('DEP', 'REG', 'FRANCE') then code_commune end as code_territoire,
    a10,
    forme_juridique,
    mesure,
    annee::integer as annee,
    statut_observation,
    sum(valeur) as valeur,
    count(*) as lignes,
from raw.side_stocks__stock
group by all
