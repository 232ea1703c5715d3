-- Établissements créés dans l'année pour cent établissements actifs au 31 décembre de l'année d'avant. Une ligne par commune et année dont le stock de départ est connu.
select
    creation.code_commune,
    make_date(creation.annee, 1, 1) as periode_debut,
    make_date(creation.annee, 12, 31) as periode_fin,
    creation.creations as numerateur,
    depart.stock as denominateur,
    case
        when 'secret' in (creation.statut, depart.statut) then 'secret'
        when 'non_disponible' in (creation.statut, depart.statut) then 'non_disponible'
        when creation.statut = 'connu' and depart.statut = 'connu' then 'connu'
        else 'estime'
    end as statut,
from core.creations_side as creation
inner join core.stocks_side as depart
    on depart.code_commune = creation.code_commune
    and depart.annee = creation.annee - 1
    and depart.a10 = '_T'
where creation.a10 = '_T'
