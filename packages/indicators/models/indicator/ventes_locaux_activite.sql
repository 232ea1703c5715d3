-- Nombre de ventes de locaux d'activité dans la fenêtre. Une ligne par territoire.
select
    niveau,
    code_territoire,
    date_debut as periode_debut,
    date_fin as periode_fin,
    ventes as numerateur,
    statut_ventes as statut,
    motif_ventes as motif,
from core.prix_dvf
where famille = 'local_activite'
