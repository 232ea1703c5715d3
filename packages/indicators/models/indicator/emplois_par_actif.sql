-- Emplois au lieu de travail pour cent actifs occupés résidents de 15 ans ou plus. Une ligne par commune et millésime du recensement.
select
    code_commune,
    make_date(annee, 1, 1) as periode_debut,
    make_date(annee, 1, 1) as periode_fin,
    if(statut in ('connu', 'estime'), emplois, null) as numerateur,
    if(statut in ('connu', 'estime'), actifs_occupes, null) as denominateur,
    statut,
from core.emploi_rp
