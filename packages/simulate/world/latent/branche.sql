-- Branche du monde simulé : une division de la NAF, le travail temporaire mis à part. Une ligne par code_branche.
select
    cast(row_number() over (order by division.branche) as integer) as branche,
    division.branche as code_branche,
    (
        select any_value(ape.grand_secteur)
        from world.ape as ape
        where
            ape.division = left(division.branche, 2)
            and (ape.grand_secteur = 'interim') = (division.branche = '78i')
    ) as grand_secteur,
    1000 * cast(division.effectif as double) as effectif,
    cast(division.taille as double) as taille,
    cast(division.evolution_1 as double) as evolution_1,
    cast(division.evolution_2 as double) as evolution_2,
    cast(division.sensibilite as double) as sensibilite,
    division.ancrage,
    cast(ancrage.exposant as double) as exposant,
    cast(ancrage.minimum as integer) as minimum,
    cast(ancrage.dispersion_commune as double) as dispersion_commune,
    cast(ancrage.dispersion_epci as double) as dispersion_epci,
    cast(ancrage.grappe as double) as grappe
from calibration.division as division
join calibration.ancrage as ancrage on ancrage.ancrage = division.ancrage
order by division.branche
