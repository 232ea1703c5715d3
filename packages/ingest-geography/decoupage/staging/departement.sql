-- Département ou collectivité d'outre-mer. Une ligne par code_departement.
select
    code_departement,
    nom as nom_departement,
    tncc::integer as tncc,
    zone,
    region as code_region,
from raw.decoupage__departement
