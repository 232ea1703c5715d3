-- Les bornes des périodes de référence sont des années du fichier.
-- severity: error
select periode
from core.periode_reference
where annee_debut not in (select annee from core.emploi_prive)
    or annee_fin not in (select annee from core.emploi_prive)
