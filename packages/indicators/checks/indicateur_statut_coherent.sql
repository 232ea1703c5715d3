-- Une valeur va avec un statut qui en porte une, et son absence ou sa réserve avec un motif.
-- severity: error
select *
from mart.indicateur
where (valeur is not null) <> (statut in ('connu', 'provisoire', 'estime', 'minimum'))
    or (motif is null) <> (statut = 'connu')
    or not isfinite(coalesce(valeur, 0))
