-- Mutations de DVF laissées hors des prix, comptées par raison. Une ligne par famille × motif_exclusion.
select
    famille,
    motif_exclusion,
    count(*)::integer as mutations,
from core.mutation_dvf
where motif_exclusion is not null
group by all
