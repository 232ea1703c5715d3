-- Les rangs d'un territoire vont de un au nombre de ses employeurs, du plus grand au plus petit.
-- severity: error
select
    niveau,
    code_territoire,
from (
    select
        *,
        lag(effectif_min) over (partition by niveau, code_territoire order by rang) as precedent,
    from core.employeur_territoire
)
group by all
having max(rang) <> count(*) or min(rang) <> 1 or count(distinct rang) <> count(*) or bool_or(effectif_min > precedent)
