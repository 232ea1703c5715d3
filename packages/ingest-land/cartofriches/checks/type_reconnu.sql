-- Le type d'une friche est l'un de ceux de la norme, aux variantes d'écriture près.
-- severity: warning
select
    site_id,
    type_friche,
from staging.cartofriches__friche
where type_friche not in (
        'industrielle', 'commerciale', 'hospitaliere', 'agro_industrielle', 'carriere_ou_mine', 'militaire', 'habitat',
        'equipement_public', 'portuaire', 'aeroportuaire', 'ferroviaire', 'logistique', 'loisir_tourisme_hotellerie',
        'enseignement', 'cultuelle', 'mixte', 'autre', 'inconnu'
    )
