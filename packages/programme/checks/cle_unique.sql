-- Chaque table du suivi a une seule ligne par clé.
-- severity: error
select nom, cle from (
  select 'action' as nom, action_id as cle from derived.action
  union all select 'avancement', cle from derived.avancement
  union all select 'completude', champ from derived.completude
  union all select 'budget', concat_ws('|', groupe, cle, unite) from derived.budget
  union all select 'levier', cle from derived.levier
  union all select 'aide', concat_ws('|', groupe, cle) from derived.aide
  union all select 'emploi_projet', projet_id from derived.emploi_projet
  union all select 'objectif', objectif_id from derived.objectif
  union all select 'objectif_serie', concat_ws('|', objectif_id, date) from derived.objectif_serie
)
group by nom, cle
having count(*) > 1 or cle is null
