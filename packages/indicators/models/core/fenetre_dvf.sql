-- Fenêtre de cinq ans des prix, arrêtée à la dernière vente du fichier, ou moins si les données commencent plus tard. Une ligne, ou aucune sans DVF.
select
    max(date_derniere) as date_fin,
    greatest(min(date_premiere), (max(date_derniere) - interval 5 year + interval 1 day)::date) as date_debut,
from staging.dvf__national
having max(date_derniere) is not null
