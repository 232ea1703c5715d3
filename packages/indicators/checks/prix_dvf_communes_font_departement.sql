-- Les ventes des communes d'un département en font le total.
-- severity: error
with
vente as (
    select
        'local_activite' as famille,
        code_commune,
    from core.vente_local
    union all
    select
        'terrain_a_batir' as famille,
        code_commune,
    from core.vente_terrain
),

somme as (
    select
        vente.famille,
        commune.code_departement,
        count(*) as ventes,
    from vente
    inner join core.commune as commune using (code_commune)
    group by all
)

select
    prix.code_territoire,
    prix.famille,
    prix.ventes,
    somme.ventes as ventes_des_communes,
from core.prix_dvf as prix
left join somme on somme.code_departement = prix.code_territoire and somme.famille = prix.famille
where prix.niveau = 'departement' and prix.ventes <> coalesce(somme.ventes, 0)
