-- La liste n'est pas plus longue que le compte des établissements de dix salariés et plus.
-- severity: error
select
    ti.etablissements as compte,
    (select count(*) from mart.etablissement)::integer as liste,
from core.etablissement_territoire as ti
where ti.niveau = 'ti'
    and ti.compte = 'dix_plus'
    and ti.dimension = 'total'
    and (select count(*) from mart.etablissement) > ti.etablissements + 0.5
