-- Les tranches ne se chevauchent pas : ranger par tranche, c'est ranger par effectif.
-- severity: error
select
    basse.tranche_effectifs as basse,
    haute.tranche_effectifs as haute,
from core.tranche_effectif as basse
inner join core.tranche_effectif as haute
    on haute.effectif_min >= basse.effectif_min
    and haute.tranche_effectifs <> basse.tranche_effectifs
where basse.effectif_max is null or haute.effectif_min <= basse.effectif_max
