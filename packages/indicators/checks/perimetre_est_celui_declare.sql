-- Le territoire des calculs est celui que data/territoire.yaml déclare, au nom près.
-- severity: error
select
    declare.code_territoire,
    declare.nom,
from staging.perimetre__territoire as declare
left join core.perimetre as perimetre
    on perimetre.code_territoire = declare.code_territoire and perimetre.nom = declare.nom
where perimetre.code_territoire is null
