-- La somme des départements est le total que le producteur publie pour la France entière, dans chaque croisement.
-- severity: error
with
niveau as (
    select
        * exclude (geo_object, code_territoire, statut_observation, valeur, lignes),
        sum(valeur) filter (geo_object = 'DEP') as departements,
        max(valeur) filter (geo_object = 'FRANCE' and code_territoire = 'F') as france,
        coalesce(bool_or(statut_observation = 'K') filter (geo_object = 'DEP'), false) as est_incomplet,
    from staging.rp_emploi_lr__national
    where geo_object in ('DEP', 'FRANCE')
    group by all
)

select *
from niveau
-- Cent un départements arrondis au dixième.
where not est_incomplet
    and abs(departements - france) > 5
