-- Les fenêtres de la loi se suivent, sans trou ni année commune.
-- severity: error
select *
from reference.periode_enaf
qualify debut <> lag(fin, 1, debut) over (order by debut)
