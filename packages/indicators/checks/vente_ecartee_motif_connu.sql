-- La raison qui écarte une vente est une de celles que la méthode dit.
-- severity: error
select *
from core.vente_ecartee
where mutations <= 0
    or motif_exclusion not in (
        'hors_champ',
        'hors_fenetre',
        'autre_nature_de_mutation',
        'plusieurs_communes',
        'avec_logement',
        'autre_nature_de_sol',
        'prix_incoherent',
        'sans_prix',
        'sans_surface',
        'moins_de_100_m2',
        'prix_invraisemblable'
    )
