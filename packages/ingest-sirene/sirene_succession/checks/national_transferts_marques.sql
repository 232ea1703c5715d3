-- Des liens de succession étant connus, les cohortes marquent des transferts.
-- severity: warning
select sum(lignes) as liens
from staging.sirene_succession__national
having liens > 0
    and not exists (
        select 1
        from staging.sirene_etablissement__cohorte
        where est_transfert
    )
