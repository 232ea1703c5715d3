-- Commune membre d'une intercommunalité à fiscalité propre. Une ligne par code_epci × code_commune.
select
    code_epci,
    unnest(from_json(membres, '[{"code": "VARCHAR"}]')).code as code_commune,
from raw.decoupage__epci
