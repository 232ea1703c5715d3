-- Le territoire que data/territoire.yaml déclare est parmi les territoires affichés, au niveau « ti ».
-- severity: error
select declare.code_territoire
from staging.perimetre__territoire as declare
left join core.territoire as territoire
    on territoire.niveau = 'ti' and territoire.code_territoire = declare.code_territoire
where territoire.code_territoire is null
