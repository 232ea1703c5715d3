-- Intercommunalité à fiscalité propre. Une ligne par code_epci.
select
    code_epci,
    nom as nom_epci,
    type as categorie,
from raw.decoupage__epci
