-- La surface par emploi supplémentaire est le quotient de la surface par un gain d'emplois, jamais par une perte.
-- severity: error
select *
from mart.indicateur
where indicateur = 'conso_enaf_par_emploi'
    and valeur is not null
    and not coalesce(
        denominateur > 0 and abs(valeur - numerateur / denominateur) <= greatest(0.001, 1e-9 * valeur),
        false
    )
