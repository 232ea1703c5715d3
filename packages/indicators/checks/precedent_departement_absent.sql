-- Chaque département qu'un fichier couvrait au passage précédent, sur le même périmètre, y a encore des lignes.
-- severity: error
select
    precedent.name,
    precedent.partition as departement,
    precedent.rows as lignes_precedentes,
from meta.precedent_partition as precedent
anti join meta.compte_partition as compte using (name, partition)
-- Moins de dix lignes peuvent quitter un fichier sans que le département y manque.
where precedent.rows >= 10
