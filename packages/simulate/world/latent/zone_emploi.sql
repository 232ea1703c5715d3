-- Zone d'emploi simulée : un arrondissement, au nom de sa commune la plus peuplée. Une ligne par code_arrondissement.
-- Les codes 60xx à 63xx ne commencent par aucun code de région ; seule la zone 1107 « Meaux » porte son vrai code.
with arrondissement as (
    select
        arrondissement as code_arrondissement,
        arg_max(nom, (population, code)) as libelle
    from entree.communes
    where type = 'commune-actuelle' and zone in ('metro', 'drom')
    group by all
)
select
    code_arrondissement,
    case code_arrondissement
        when '771' then '1107'
        else cast(6000 + row_number() over (order by code_arrondissement) as varchar)
    end as code_zone_emploi,
    libelle
from arrondissement
