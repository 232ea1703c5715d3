-- Une commune a un motif quand ses ventes ne sont pas connues, et seulement alors.
-- severity: error
select *
from core.couverture_dvf
where est_couverte = (motif is not null)
