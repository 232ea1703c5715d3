-- Le Territoire d'industrie et chacune de ses communes sont des territoires intérieurs.
-- severity: error
select distinct
    niveau,
    code_territoire,
from core.appartenance
anti join core.territoire_interieur using (niveau, code_territoire)
where niveau in ('ti', 'commune')
