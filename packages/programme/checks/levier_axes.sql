-- Les axes font le total de l'argent public et de l'argent privé.
-- severity: error
select sum(public) filter (cle <> 'total') as axes, sum(public) filter (cle = 'total') as total
from derived.levier
having abs(coalesce(sum(public) filter (cle <> 'total'), 0) - coalesce(sum(public) filter (cle = 'total'), 0)) > 0.005
  or abs(coalesce(sum(prive) filter (cle <> 'total'), 0) - coalesce(sum(prive) filter (cle = 'total'), 0)) > 0.005
