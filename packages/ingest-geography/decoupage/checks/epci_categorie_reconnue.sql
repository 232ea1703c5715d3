-- Une intercommunalité est une communauté de communes, d'agglomération, urbaine, ou une métropole.
-- severity: warning
select
    code_epci,
    categorie,
from staging.decoupage__epci
where coalesce(categorie, '') not in ('CC', 'CA', 'CU', 'METRO', 'MET69')
