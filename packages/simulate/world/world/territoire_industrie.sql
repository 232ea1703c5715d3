-- Territoire d'industrie fictif : un à six EPCI voisins d'une même région. Une ligne par id_ti × code_epci.
-- Voisins = qui se suivent par région puis arrondissement, faute de géométrie. Les EPCI du domicile en forment un.
with epci as (
    select
        commune.code_epci,
        any_value(epci.nom) as nom,
        arg_max(commune.code_region, (commune.population, commune.code_commune)) as code_region,
        arg_max(commune.code_arrondissement, (commune.population, commune.code_commune)) as code_arrondissement,
        sum(commune.population) as population
    from world.commune as commune
    join world.epci as epci on epci.code = commune.code_epci
    where
        epci.nature_juridique in ('CC', 'CA', 'CU')
        and commune.code_epci not in (select code_epci from calibration.domicile)
    group by commune.code_epci
),
rang as (
    select
        *,
        row_number() over (order by code_region, code_arrondissement, code_epci) - 1 as place,
        count(*) over () as nombre
    from epci
),
bloc as (
    select
        *,
        place * 182 // nombre as numero
    from rang
),
candidat as (
    select
        *,
        row_number() over (partition by numero order by place) as ordre,
        first_value(code_region) over (partition by numero order by place) as region_du_bloc
    from bloc
),
membre as (
    select
        format('SIM-{:03d}', numero + 1) as id_ti,
        code_epci,
        nom,
        population
    from candidat
    where ordre <= 1 + floor(6 * tirage(numero, 'taille du ti')) and code_region = region_du_bloc
)
select
    id_ti,
    format(
        'TI simulé {} – {}',
        right(id_ti, 3),
        first_value(nom) over (partition by id_ti order by population desc, code_epci)
    ) as lib_ti,
    code_epci
from membre
union all
select
    'SIM-183' as id_ti,
    'Nord Est 77 – Meaux (simulé)' as lib_ti,
    code_epci
from calibration.domicile
order by id_ti, code_epci
