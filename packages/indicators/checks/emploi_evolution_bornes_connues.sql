-- Une évolution sans commune absente a ses deux bornes, ou des cellules vides pour le dire.
-- severity: error
select *
from core.emploi_evolution
where communes_absentes = 0
    and cellules_inconnues = 0
    and (effectif_debut is null or effectif_fin is null)
