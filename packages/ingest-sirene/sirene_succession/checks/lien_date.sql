-- Chaque lien a une date, au plus tard celle de l'image.
-- severity: warning
select
    siret_predecesseur,
    siret_successeur,
    date_lien
from staging.sirene_succession__lien
where date_lien is null
    or date_lien > (
        select max(date_millesime)
        from reference.millesime
        where source = 'sirene_succession' and file = 'lien'
    )
