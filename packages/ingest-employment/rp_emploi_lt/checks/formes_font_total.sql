-- Dans chaque commune, les salariés et les non-salariés font l'ensemble des emplois, à l'arrondi près.
-- severity: error
select
    code_commune,
    geo_object,
    annee,
    sum(valeur) filter (forme_emploi = '_T') as ensemble,
    sum(valeur) filter (forme_emploi in ('1', '2')) as salaries_et_non_salaries,
from staging.rp_emploi_lt__observation
group by all
having count(valeur) = 3 and abs(ensemble - salaries_et_non_salaries) > 0.2
