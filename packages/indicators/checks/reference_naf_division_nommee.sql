-- Un code de secteur a un seul nom, à chaque niveau de la NAF, et aucun nom n'est vide.
-- severity: error
with
nom as (
    select
        division,
        unnest(['A88', 'A38', 'A17', 'A10', 'A21']) as niveau,
        unnest([division, a38, a17, a10, section]) as code,
        unnest([libelle, libelle_a38, libelle_a17, libelle_a10, libelle_section]) as libelle,
    from reference.naf_division
)

select
    niveau,
    code,
from nom
group by all
having count(distinct libelle) > 1 or bool_or(coalesce(trim(libelle), '') = '')
