-- Établissements actifs au 31 décembre, reconstitués d'après les années de naissance et de fermeture. Une ligne par territoire et année.
select
    niveau,
    code_territoire,
    make_date(annee, 12, 31) as periode_debut,
    make_date(annee, 12, 31) as periode_fin,
    stock as numerateur,
    communes_absentes,
    case when communes_absentes = 0 then 'estime' end as statut,
    case when communes_absentes = 0 then 'Stock reconstitué à partir des dates de création et de fermeture.' end as motif,
from core.demographie_sirene
