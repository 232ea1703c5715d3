-- En France, moins d'une période sur vingt a un début inconnu, futur ou absurde.
-- severity: warning
select
    sum(lignes) filter (qualite_date <> 'connue') as sans_date,
    sum(lignes) as periodes
from staging.sirene_historique__national
having sans_date > periodes / 20
