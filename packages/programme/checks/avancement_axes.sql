-- Les axes font le total des actions et des étapes.
-- severity: error
select sum(actions) filter (cle <> 'total') as axes, sum(actions) filter (cle = 'total') as total
from derived.avancement
having sum(actions) filter (cle <> 'total') <> sum(actions) filter (cle = 'total')
  or sum(realisees) filter (cle <> 'total') <> sum(realisees) filter (cle = 'total')
  or sum(etapes) filter (cle <> 'total') <> sum(etapes) filter (cle = 'total')
