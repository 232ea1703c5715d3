-- Les modalités de la dimension « grand_secteur » sont celles de la liste, toutes.
-- severity: error
select
    secteur.code,
    modalite.modalite,
from reference.grand_secteur as secteur
full join (
    from mart.modalite
    where dimension = 'grand_secteur'
) as modalite on modalite.modalite = secteur.code
where secteur.code is null or modalite.modalite is null
