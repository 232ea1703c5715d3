-- La fenêtre des prix s'arrête à la dernière vente du fichier.
-- severity: error
select
    fenetre.date_fin,
    max(publiee.date_derniere) as date_derniere,
from core.fenetre_dvf as fenetre
cross join staging.dvf__national as publiee
group by all
having fenetre.date_fin <> max(publiee.date_derniere)
