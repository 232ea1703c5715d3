-- Toutes les tables du suivi disent le même jour.
-- severity: error
select jour, nom from (
  select distinct jour, 'action' as nom from derived.action
  union all select distinct jour, 'avancement' from derived.avancement
  union all select distinct jour, 'completude' from derived.completude
  union all select distinct jour, 'budget' from derived.budget
  union all select distinct jour, 'levier' from derived.levier
  union all select distinct jour, 'aide' from derived.aide
  union all select distinct jour, 'emploi_projet' from derived.emploi_projet
  union all select distinct jour, 'objectif' from derived.objectif
  union all select distinct jour, 'objectif_serie' from derived.objectif_serie
)
where jour is null or jour <> (select max(jour) from derived.avancement)
