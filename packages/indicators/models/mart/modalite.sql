-- Noms des modalités montrées. Une ligne par dimension et modalité ; `ordre` est celui de la nomenclature.
with
secteur as (
    select
        'a17' as dimension,
        a17 as modalite,
        any_value(libelle_a17) as libelle,
        any_value(libelle_court_a17) as libelle_court,
        min(division)::integer as ordre,
    from reference.naf_division
    group by all
    union all
    select
        'a38' as dimension,
        a38 as modalite,
        any_value(libelle_a38) as libelle,
        any_value(libelle_court_a38) as libelle_court,
        min(division)::integer as ordre,
    from reference.naf_division
    group by all
    union all
    select
        'a88' as dimension,
        division as modalite,
        libelle,
        libelle as libelle_court,
        division::integer as ordre,
    from reference.naf_division
),

effet as (
    select
        unnest(['effet_a17', 'effet_a38', 'effet_a88']) as dimension,
)

select
    'total' as dimension,
    '_T' as modalite,
    'Ensemble' as libelle,
    'Ensemble' as libelle_court,
    0 as ordre,
union all
select
    'hors_interim' as dimension,
    '_T' as modalite,
    'Ensemble hors intérim' as libelle,
    'Hors intérim' as libelle_court,
    0 as ordre,
union all
select
    'grand_secteur' as dimension,
    code as modalite,
    libelle,
    libelle_court,
    ordre::integer as ordre,
from reference.grand_secteur
union all
select
    dimension,
    modalite,
    libelle,
    libelle_court,
    ordre,
from secteur
union all
select
    dimension,
    unnest(['national', 'structurel', 'local', 'total']) as modalite,
    unnest(['Effet national', 'Effet structurel', 'Effet local', 'Variation de l''emploi']) as libelle,
    unnest(['Effet national', 'Effet structurel', 'Effet local', 'Variation']) as libelle_court,
    unnest([1, 2, 3, 4]) as ordre,
from effet
union all
select
    dimension,
    modalite,
    libelle,
    libelle_court,
    ordre::integer as ordre,
from reference.modalite
