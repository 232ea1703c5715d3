-- La part de l'industrie est entre 0 et 100, l'indice de Krugman entre 0 et 1.
-- severity: error
select *
from mart.indicateur
where (indicateur = 'part_industrie' and valeur not between 0 and 100)
    or (indicateur = 'krugman' and valeur not between 0 and 1.000001)
