-- Chaque ligne a un grand secteur et une division de la NAF rév. 2.
-- severity: error
select
    emploi.code_commune,
    emploi.division,
    emploi.grand_secteur,
from core.emploi_prive_large as emploi
left join reference.naf_division as naf using (division)
left join reference.grand_secteur as secteur
    on secteur.code = emploi.grand_secteur
where naf.division is null or secteur.code is null
