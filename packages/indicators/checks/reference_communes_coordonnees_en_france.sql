-- Le centre d'une commune est en France : dans l'Hexagone ou en Corse, sauf outre-mer.
-- severity: error
select *
from reference.communes_coordonnees
where not coalesce(
    try_cast(longitude as double) between if(code_commune >= '97', -180, -5.5) and if(code_commune >= '97', 180, 10)
    and try_cast(latitude as double) between if(code_commune >= '97', -50, 41) and if(code_commune >= '97', 50, 51.5),
    false
)
