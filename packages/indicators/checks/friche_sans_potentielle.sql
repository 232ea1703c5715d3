-- Aucune friche potentielle n'est comptée.
-- severity: error
select friche.site_id
from core.friche as friche
where friche.statut not in ('sans_projet', 'avec_projet', 'reconvertie', 'inconnu')
