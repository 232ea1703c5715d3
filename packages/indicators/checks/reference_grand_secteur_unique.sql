-- Un grand secteur n'est cité qu'une fois, à son rang.
-- severity: error
select *
from reference.grand_secteur
qualify count(*) over (partition by code) > 1
    or ordre <> row_number() over (order by try_cast(ordre as integer))::varchar
