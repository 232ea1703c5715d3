-- Une année n'a pas plus de mutations à cheval que de mutations, ni plus sur des départements que sur des communes.
-- severity: error
select *
from staging.dvf__qualite
where mutations_plusieurs_communes > mutations
    or mutations_plusieurs_departements > mutations_plusieurs_communes
    or mutations_plusieurs_departements < 0
