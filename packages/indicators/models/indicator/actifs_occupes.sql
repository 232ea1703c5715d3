-- Actifs occupés résidents de 15 ans ou plus, au recensement. Une ligne par commune et millésime.
select
    code_commune,
    make_date(annee, 1, 1) as periode_debut,
    make_date(annee, 1, 1) as periode_fin,
    actifs_occupes as numerateur,
    statut_actifs as statut,
from core.emploi_rp
