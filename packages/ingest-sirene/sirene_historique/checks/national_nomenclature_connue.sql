-- Chaque nomenclature d'activité des périodes est l'une de celles de l'Insee.
-- severity: warning
select
    nomenclature,
    sum(lignes) as periodes
from staging.sirene_historique__national
where nomenclature not in ('NAP', 'NAF1993', 'NAFRev1', 'NAFRev2', 'NAF2025')
group by nomenclature
