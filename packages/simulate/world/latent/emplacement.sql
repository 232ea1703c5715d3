-- Emplacement tenu par des établissements sans salarié, un seul à la fois. Une ligne par emplacement.
-- Volatil : les occupants se succèdent tous les `rotation` ans, de un à quatre, `phase` décale le cycle ; stable : un seul occupant.
with activite as (
    select
        cast(row_number() over (order by activite.code_ape, activite.code_juridique) as integer) as activite,
        ape.ape,
        cast(activite.code_juridique as integer) as code_juridique,
        cast(activite.volatils as double) / 10000 as volatils,
        cast(activite.domicile as double) / 10000 as domicile,
        cast(activite.ailleurs as double) / 10000 as ailleurs
    from calibration.non_employeur as activite
    join latent.ape as ape on ape.code_ape = activite.code_ape
),
nombre as (
    select
        commune.commune,
        activite.activite,
        activite.ape,
        activite.code_juridique,
        unnest([true, false]) as est_volatil,
        unnest([activite.volatils, if(commune.est_domicile, activite.domicile, activite.ailleurs)])
        * commune.population
        -- Moins inégal que l'emploi : les sociétés immobilières et les indépendants sont partout.
        * pow(commune.attrait, 0.4)
        + tirage(commune.commune * 100 + activite.activite, 'emplacement') as emplacements
    from latent.commune as commune
    cross join activite
),
emplacement as (
    select
        commune,
        activite,
        ape,
        code_juridique,
        est_volatil,
        unnest(range(cast(floor(emplacements) as bigint))) as rang
    from nombre
    where emplacements >= 1
),
numerote as (
    select
        cast(row_number() over (order by est_volatil, commune, activite, rang) as bigint) as emplacement,
        * exclude (rang)
    from emplacement
)
select
    emplacement,
    commune,
    ape,
    code_juridique,
    est_volatil,
    cast(1 + hash(hash(emplacement, 'rotation', getvariable('graine'))) % 4 as bigint) as rotation,
    hash(hash(emplacement, 'vie', getvariable('graine'))) as alea
from numerote
