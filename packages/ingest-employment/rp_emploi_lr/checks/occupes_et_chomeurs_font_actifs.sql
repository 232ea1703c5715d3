-- À chaque niveau et à chaque âge, les actifs occupés et les chômeurs font les actifs, à l'arrondi près.
-- severity: error
select
    geo_object,
    code_territoire,
    sexe,
    age,
    diplome,
    annee,
    sum(valeur) filter (situation = '1T2') as actifs,
    sum(valeur) filter (situation in ('1', '2')) as occupes_et_chomeurs,
from staging.rp_emploi_lr__national
where situation in ('1', '2', '1T2')
group by all
-- Une valeur non diffusée (K) d'un côté seulement ferait un écart qui n'en est pas un.
having count(distinct situation) = 3
    and not coalesce(bool_or(statut_observation = 'K'), false)
    and abs(actifs - occupes_et_chomeurs) > 0.1 * sum(lignes)
