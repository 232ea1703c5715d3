-- Les tranches d'effectif vont de zéro à l'infini sans trou ni recouvrement : chacune commence où finit la précédente, la dernière est ouverte.
-- severity: error
with
borne as (
    select
        code,
        try_cast("min" as integer) as debut,
        try_cast("max" as integer) as fin,
    from reference.tranche_effectif
    where code <> 'NN'
)

select
    code,
    debut,
    fin,
    lag(fin, 1, -1) over (order by debut) as fin_precedente,
from borne
qualify debut is distinct from fin_precedente + 1
    or coalesce(fin < debut, false)
    or (fin is null) <> (row_number() over (order by debut desc) = 1)
