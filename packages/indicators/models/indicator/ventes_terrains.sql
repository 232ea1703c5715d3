-- Nombre de ventes de terrains à bâtir nus dans la fenêtre. Une ligne par territoire.
select
    niveau,
    code_territoire,
    date_debut as periode_debut,
    date_fin as periode_fin,
    ventes as numerateur,
    statut_ventes as statut,
    motif_ventes as motif,
from core.prix_dvf
where famille = 'terrain_a_batir'
