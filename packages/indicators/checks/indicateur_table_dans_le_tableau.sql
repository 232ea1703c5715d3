-- Une table d'indicateur qui a des lignes en donne au tableau des indicateurs, et celui-ci n'a pas d'indicateur sans table.
-- severity: error
select
    compte.name,
    compte.rows as lignes,
    tableau.indicateur,
from (
    from meta.compte
    where name like 'indicator.%'
) as compte
full join (
    select distinct indicateur
    from mart.indicateur
) as tableau on 'indicator.' || tableau.indicateur = compte.name
where compte.name is null
    or (compte.rows > 0 and tableau.indicateur is null)
