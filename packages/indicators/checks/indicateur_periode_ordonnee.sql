-- Une période ne finit pas avant de commencer.
-- severity: error
select *
from mart.indicateur
where periode_debut > periode_fin
