-- Le rapport du territoire est celui des sommes de ses communes, jamais une moyenne de leurs rapports.
-- severity: error
with
commune as (
    select
        periode_fin,
        sum(numerateur) as emplois,
        sum(denominateur) as actifs,
    from mart.indicateur
    where indicateur = 'emplois_par_actif' and niveau = 'commune'
    group by all
)

select
    ti.code_territoire,
    ti.periode_fin,
    ti.valeur,
    100 * commune.emplois / commune.actifs as attendu,
from mart.indicateur as ti
inner join commune using (periode_fin)
where ti.indicateur = 'emplois_par_actif'
    and ti.niveau = 'ti'
    and abs(ti.valeur - 100 * commune.emplois / commune.actifs) > 0.001
