-- Une modalité n'est citée qu'une fois dans sa dimension, à son rang.
-- severity: error
select *
from reference.modalite
qualify count(*) over (partition by dimension, modalite) > 1
    or ordre <> row_number() over (partition by dimension order by try_cast(ordre as integer))::varchar
