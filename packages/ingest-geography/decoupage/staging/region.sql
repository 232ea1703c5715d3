-- Région ou collectivité d'outre-mer. Une ligne par code_region.
select
    code_region,
    nom as nom_region,
    tncc::integer as tncc,
    zone,
from raw.decoupage__region
