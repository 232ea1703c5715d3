-- Siège des unités légales qui ont un établissement dans le périmètre, où qu'il soit ; sans commune, il est à l'étranger. Une ligne par siren.
select
    stock.siren,
    stock.siret,
    nullif(stock.code_commune, '[ND]') as code_commune,
from raw.sirene_etablissement__etablissement as stock
semi join staging.sirene_etablissement__etablissement as perimetre
    on perimetre.siren = stock.siren
where stock.est_siege
