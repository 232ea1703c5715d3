-- Un fichier qui avait des lignes au passage précédent, sur le même périmètre, en garde plus de la moitié.
-- severity: error
select
    precedent.name,
    precedent.rows as lignes_precedentes,
    coalesce(compte.rows, 0) as lignes,
from meta.precedent as precedent
left join meta.compte as compte using (name)
-- Une table qu'aucun modèle ne fait plus a été retirée par le code, pas perdue par une source.
semi join meta.modele as modele on modele.nom = precedent.name
where precedent.name like 'staging.%'
    and precedent.rows > 0
    and coalesce(compte.rows, 0) <= 0.5 * precedent.rows
