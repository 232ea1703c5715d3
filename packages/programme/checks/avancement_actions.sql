-- Le total compte chaque action principale une fois, en retard ou bloquée comme elle l'est.
-- severity: error
with compte as (
  select count(*) as actions, coalesce(count_if(en_retard), 0) as en_retard, coalesce(count_if(bloquee), 0) as bloquees
  from derived.action where racine
)
select total.actions, total.en_retard, total.bloquees
from derived.avancement as total, compte
where total.cle = 'total'
  and (total.actions, total.en_retard, total.bloquees) <> (compte.actions, compte.en_retard, compte.bloquees)
