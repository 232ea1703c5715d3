-- Les années se suivent, de la première à la dernière collectée.
-- severity: warning
with
annee as (
    select distinct annee
    from staging.dvf__national
    where annee is not null
)

select
    annee,
    lag(annee) over (order by annee) as annee_precedente,
from annee
qualify annee - annee_precedente > 1
