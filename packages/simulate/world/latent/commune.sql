-- Commune vue par l'économie : numéro dense, groupe (intercommunalité, à défaut département). Une ligne par code_commune.
select
    cast(row_number() over (order by code_commune) as integer) as commune,
    code_commune,
    cast(dense_rank() over (order by coalesce(code_epci, code_departement)) as integer) as groupe,
    population,
    code_epci in (select code_epci from calibration.domicile) is true as est_domicile,
    -- Les grandes villes se ressemblent plus que les villages.
    dispersion(code_commune, 'attrait', 0.45 / (1 + population / 50000)) as attrait
from world.commune
where population > 0
order by code_commune
