-- D'un passage au suivant, sur le même périmètre, une table ne varie pas de plus d'un quart.
-- severity: warning
select
    compte.name,
    precedent.rows as lignes_precedentes,
    compte.rows as lignes,
from meta.compte as compte
inner join meta.precedent as precedent using (name)
where precedent.rows > 0
    and abs(compte.rows - precedent.rows) > 0.25 * precedent.rows
