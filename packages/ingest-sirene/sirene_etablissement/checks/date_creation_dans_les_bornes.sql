-- Aucune date de création n'est antérieure au vingtième siècle ni postérieure à l'image.
-- severity: error
select
    siret,
    date_creation
from staging.sirene_etablissement__etablissement
where date_creation <= date '1900-01-01'
    or date_creation > (
        select max(date_millesime)
        from reference.millesime
        where source = 'sirene_etablissement' and file = 'etablissement'
    )
    or (date_creation is not null) <> (qualite_date = 'connue')
