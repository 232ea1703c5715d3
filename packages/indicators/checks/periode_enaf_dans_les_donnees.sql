-- Une période de la consommation d'espaces n'a que des années que le fichier contient.
-- severity: error
select periode.*
from core.periode_enaf as periode
where periode.fin - periode.debut <> (
    select count(distinct conso.annee)
    from core.conso_enaf as conso
    where conso.annee >= periode.debut
        and conso.annee < periode.fin
)
