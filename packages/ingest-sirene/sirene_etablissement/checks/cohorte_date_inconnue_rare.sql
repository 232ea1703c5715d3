-- Dans les cohortes, moins d'un établissement sur vingt a une date de création inconnue, future ou absurde.
-- severity: warning
select
    sum(lignes) filter (qualite_date <> 'connue') as sans_date,
    sum(lignes) as etablissements
from staging.sirene_etablissement__cohorte
having sans_date > etablissements / 20
