-- La nature de la mutation est une des six que la DGFiP publie.
-- severity: warning
select
    nature_mutation,
    count(*)::integer as lignes,
from staging.dvf__mutation
where coalesce(
    nature_mutation not in (
        'Vente',
        'Vente en l''état futur d''achèvement',
        'Vente terrain à bâtir',
        'Adjudication',
        'Expropriation',
        'Echange'
    ),
    true
)
group by all
