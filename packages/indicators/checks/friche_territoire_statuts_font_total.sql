-- La somme des statuts est l'ensemble des friches, en nombre comme en surface.
-- severity: error
select
    niveau,
    code_territoire,
    sum(sites) filter (statut_friche = '_T') as sites,
    sum(sites) filter (statut_friche <> '_T') as sites_des_statuts,
    sum(surface_m2) filter (statut_friche = '_T') as surface_m2,
    sum(surface_m2) filter (statut_friche <> '_T') as surface_des_statuts,
from core.friche_territoire
group by all
having sum(sites) filter (statut_friche = '_T') <> sum(sites) filter (statut_friche <> '_T')
    or abs(sum(surface_m2) filter (statut_friche = '_T') - sum(surface_m2) filter (statut_friche <> '_T')) > 0.5
