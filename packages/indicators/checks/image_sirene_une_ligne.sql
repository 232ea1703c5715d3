-- Sirene n'a qu'une image.
-- severity: error
select count(*)::integer as lignes
from core.image_sirene
having count(*) > 1
