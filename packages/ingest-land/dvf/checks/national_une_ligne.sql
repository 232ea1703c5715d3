-- Les lignes du fichier sont comptées une fois par année, département, nature et type de local.
-- severity: error
select
    annee,
    code_departement,
    nature_mutation,
    code_type_local,
    count(*)::integer as lignes_du_compte,
from staging.dvf__national
group by all
having count(*) > 1
