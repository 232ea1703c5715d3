-- Le fichier entier, additionné par niveau ; les départements, les régions et la France gardent leur code. Une ligne par niveau, territoire et croisement publié ; `lignes` = lignes du fichier.
select
    geo_object,
    case when geo_object in ('DEP', 'REG', 'FRANCE') then code_commune end as code_territoire,
    situation,
    sexe,
    age,
    diplome,
    mesure,
    annee::integer as annee,
    statut_observation,
    sum(valeur) as valeur,
    count(*) as lignes,
from raw.rp_emploi_lr__observation
group by all
