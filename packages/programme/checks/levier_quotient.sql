-- Le levier est l'argent privé pour un euro public.
-- severity: error
select cle, public, prive, levier
from derived.levier
where public < 0 or prive < 0
  or (public = 0) <> (levier is null)
  or abs(levier - prive / nullif(public, 0)) > 0.000001
