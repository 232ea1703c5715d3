-- Une commune où une vente est retenue est couverte.
-- severity: error
select distinct vente.code_commune
from core.mutation_dvf as vente
left join core.couverture_dvf as couverture using (code_commune)
where vente.motif_exclusion is null and couverture.est_couverte is not true
