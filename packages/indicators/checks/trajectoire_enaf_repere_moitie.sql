-- Le repère national est la moitié de la décennie de référence ; au niveau de la commune seulement, un hectare au moins.
-- severity: error
select *
from core.trajectoire_enaf
where (autorisee_m2 is null) <> (reference_m2 is null)
    or abs(autorisee_m2 - if(niveau = 'commune', greatest(reference_m2 / 2, 10000), reference_m2 / 2)) > 0.001
