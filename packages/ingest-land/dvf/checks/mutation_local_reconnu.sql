-- Le code du type de local est de 1 à 4, ou vide, et 4 est le local industriel, commercial ou assimilé.
-- severity: error
select
    code_type_local,
    type_local,
    count(*)::integer as lignes,
from staging.dvf__mutation
where coalesce(code_type_local not in ('1', '2', '3', '4'), type_local is not null)
    or (code_type_local = '4') <> starts_with(lower(type_local), 'local industriel')
group by all
