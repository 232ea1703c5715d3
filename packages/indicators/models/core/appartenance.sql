-- Communes de chaque territoire affiché, en entier. Une ligne par niveau × code_territoire × code_commune.
with
perimetre as (
    select commune.*
    from core.commune as commune
    semi join staging.perimetre__commune using (code_commune)
),

territoires_industrie as (
    select distinct
        liste.id_ti as code_territoire,
        passage.code_commune,
    from staging.territoires_industrie__commune as liste
    inner join core.passage_commune as passage
        on passage.code_source = liste.code_commune
),

-- Le Territoire d'industrie de l'observatoire figure dans la liste nationale : il n'est pas un autre que lui-même.
autre as (
    select liste.code_territoire
    from territoires_industrie as liste
    left join perimetre using (code_commune)
    group by all
    having count(*) <> (select count(*) from perimetre)
        or count(perimetre.code_commune) <> count(*)
)

select
    'commune' as niveau,
    code_commune as code_territoire,
    code_commune,
from perimetre
union all
select
    'epci' as niveau,
    commune.code_epci as code_territoire,
    commune.code_commune,
from core.commune as commune
semi join perimetre using (code_epci)
union all
select
    'ti' as niveau,
    territoire.code_territoire,
    perimetre.code_commune,
from perimetre
cross join staging.perimetre__territoire as territoire
union all
select
    'zone_emploi' as niveau,
    commune.code_zone_emploi as code_territoire,
    commune.code_commune,
from core.commune as commune
semi join perimetre using (code_zone_emploi)
union all
select
    'departement' as niveau,
    commune.code_departement as code_territoire,
    commune.code_commune,
from core.commune as commune
semi join perimetre using (code_departement)
union all
select
    'region' as niveau,
    commune.code_region as code_territoire,
    commune.code_commune,
from core.commune as commune
semi join perimetre using (code_region)
union all
select
    'france' as niveau,
    'FR' as code_territoire,
    code_commune,
from core.commune
union all
select
    'autre_ti' as niveau,
    code_territoire,
    code_commune,
from territoires_industrie
semi join autre using (code_territoire)
