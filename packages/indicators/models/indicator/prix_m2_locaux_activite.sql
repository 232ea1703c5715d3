-- Prix médian au mètre carré des locaux d'activité vendus dans la fenêtre, entre ses quartiles. Une ligne par territoire.
select
    niveau,
    code_territoire,
    date_debut as periode_debut,
    date_fin as periode_fin,
    mediane as valeur,
    premier_quartile as valeur_min,
    dernier_quartile as valeur_max,
    ventes as denominateur,
    statut_prix as statut,
    motif_prix as motif,
from core.prix_dvf
where famille = 'local_activite'
