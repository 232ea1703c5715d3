-- Industriels et dix salariés et plus sont des employeurs ; employeurs et hors immobilier sont des actifs.
-- severity: error
with
compte as (
    select
        niveau,
        code_territoire,
        max(etablissements) filter (compte = 'actifs') as actifs,
        max(etablissements) filter (compte = 'employeurs') as employeurs,
        max(etablissements) filter (compte = 'hors_immobilier_solaire') as hors_immobilier_solaire,
        max(etablissements) filter (compte = 'industriels') as industriels,
        max(etablissements) filter (compte = 'dix_plus') as dix_plus,
    from core.etablissement_territoire
    where dimension = 'total'
    group by all
)

select *
from compte
where employeurs > actifs + 0.001
    or hors_immobilier_solaire > actifs + 0.001
    or industriels > employeurs + 0.001
    or dix_plus > employeurs + 0.001
