-- Aucune surface n'est négative, sauf l'arrondi d'un ou deux mètres carrés des destinations inconnues.
-- severity: error
select
    code_commune,
    annee,
    destination,
    surface_m2,
from staging.enaf__flux
where surface_m2 < if(destination = 'inconnu', -2, 0)
