-- Une disposition d'une mutation n'a qu'un prix, et une mutation qu'une date.
-- severity: warning
select
    mutation,
    numero_disposition,
    count(distinct valeur_fonciere)::integer as prix,
    count(distinct date_mutation)::integer as dates,
from staging.dvf__mutation
group by all
having prix > 1 or dates > 1
