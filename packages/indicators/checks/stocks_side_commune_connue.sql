-- Chaque commune de Side est une commune en vigueur : les stocks.
-- severity: error
select distinct code_commune
from core.stocks_side
anti join core.commune using (code_commune)
