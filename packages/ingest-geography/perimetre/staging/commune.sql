-- Commune du périmètre, en géographie en vigueur. Une ligne par code_commune.
select
    code_commune,
from raw.perimetre__commune
