-- Chaque tranche d'effectif est dans la liste de l'Insee, dans le périmètre comme en France.
-- severity: error
select distinct etablissement.tranche_effectifs
from (
    select tranche_effectifs from staging.sirene_etablissement__etablissement
    union all
    select tranche_effectifs from staging.sirene_etablissement__national
) as etablissement
where etablissement.tranche_effectifs is not null
    and etablissement.tranche_effectifs not in (
        'NN', '00', '01', '02', '03', '11', '12', '21', '22', '31', '32', '41', '42', '51', '52', '53'
    )
