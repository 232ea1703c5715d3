-- Presque tous les liens ont une année du vingtième siècle ou après, au plus tard celle de l'image.
-- severity: warning
select
    sum(lignes) filter (
        annee is null
        or annee < 1900
        or annee > (
            select max(annee)
            from reference.millesime
            where source = 'sirene_succession' and file = 'lien'
        )
    ) as douteux,
    sum(lignes) as liens
from staging.sirene_succession__national
having douteux > liens / 100
