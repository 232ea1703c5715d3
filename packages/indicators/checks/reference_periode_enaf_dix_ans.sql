-- Une fenêtre de la loi dure dix ans, du 1er janvier au 1er janvier.
-- severity: error
select *
from reference.periode_enaf
where not coalesce(try_cast(fin as integer) - try_cast(debut as integer) = 10, false)
