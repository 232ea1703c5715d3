-- Un établissement actif n'a ni fermeture, ni durée, ni cession ; aucun compte n'est négatif.
-- severity: error
select *
from core.cohorte_sirene
where (est_actif and (annee_fermeture is not null or duree is not null or est_cede))
    or coalesce(duree, 0) not between 0 and 5
    or etablissements is null
    or etablissements <= 0
