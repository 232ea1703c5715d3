-- Le budget total est la somme de ceux des actions.
-- severity: error
select budget.previsionnel, sum(action.previsionnel) as actions
from derived.budget as budget, derived.action as action
where budget.groupe = 'total' and budget.unite = 'HT'
group by budget.previsionnel, budget.engage, budget.paye
having abs(coalesce(budget.previsionnel, 0) - coalesce(sum(action.previsionnel), 0)) > 0.005
  or abs(coalesce(budget.engage, 0) - coalesce(sum(action.engage), 0)) > 0.005
  or abs(coalesce(budget.paye, 0) - coalesce(sum(action.paye), 0)) > 0.005
