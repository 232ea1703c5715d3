-- Le grand secteur « intérim » et le code APE 7820Z désignent les mêmes lignes.
-- severity: warning
select
    code_commune,
    code_ape,
    grand_secteur
from staging.urssaf__commune_ape
where (grand_secteur = 'interim') <> est_interim
