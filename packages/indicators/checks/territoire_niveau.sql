-- Un territoire est d'un niveau connu, et ceux dont il n'y a qu'un sont un seul.
-- severity: error
select
    niveau,
    count(*)::integer as territoires,
from core.territoire
group by all
having niveau not in ('commune', 'epci', 'ti', 'autre_ti', 'zone_emploi', 'departement', 'region', 'france')
    or (niveau in ('ti', 'france') and count(*) <> 1)
