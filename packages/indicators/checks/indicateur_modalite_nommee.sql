-- Chaque modalité montrée a un nom.
-- severity: error
select distinct
    dimension,
    modalite,
from mart.indicateur
anti join mart.modalite using (dimension, modalite)
where not (modalite = '_T' and dimension in ('a17', 'a38'))
