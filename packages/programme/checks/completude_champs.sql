-- La complétude suit les huit champs de la fiche, et eux seuls.
-- severity: error
select champ from derived.completude
where champ not in ('titre', 'description', 'statut', 'pilotes', 'objectifs', 'indicateurs', 'budgets', 'suivi_recent')
union all
select 'manquant' from derived.completude having count(distinct champ) <> 8
