-- Un établissement actif n'a ni année de fermeture, ni durée, ni cession ; une durée demande les deux dates.
-- severity: error
select
    code_commune,
    annee_creation,
    annee_fermeture,
    duree
from staging.sirene_etablissement__cohorte
where (est_actif and (annee_fermeture is not null or duree is not null or est_cede))
    or (duree is not null and (annee_creation is null or annee_fermeture is null))
