-- La somme des années est le total publié de la période, à un mètre carré près.
-- severity: error
select
    code_commune,
    list_sum([*columns('^total_\d{4}$')]) as somme_des_annees,
    cumul_m2,
from staging.enaf__commune
where abs(list_sum([*columns('^total_\d{4}$')]) - cumul_m2) > 1
