-- Un indicateur n'a, dans une dimension de la liste, que des modalités de la liste.
-- severity: error
select distinct
    ligne.indicateur,
    ligne.dimension,
    ligne.modalite,
from mart.indicateur as ligne
semi join reference.modalite as liste on liste.dimension = ligne.dimension
anti join reference.modalite as nom on nom.dimension = ligne.dimension and nom.modalite = ligne.modalite
