-- Les axes, les financeurs, les années et les types de dépense font chacun le total du budget.
-- severity: error
with somme as (
  select groupe, unite, sum(previsionnel) as previsionnel, sum(engage) as engage, sum(paye) as paye
  from derived.budget where groupe <> 'axe_financeur' group by groupe, unite
)
select somme.groupe, somme.unite, somme.previsionnel, total.previsionnel as attendu
from somme join somme as total on total.groupe = 'total' and total.unite = somme.unite
where abs(coalesce(somme.previsionnel, 0) - coalesce(total.previsionnel, 0)) > 0.005
  or abs(coalesce(somme.engage, 0) - coalesce(total.engage, 0)) > 0.005
  or abs(coalesce(somme.paye, 0) - coalesce(total.paye, 0)) > 0.005
