-- Emplois au lieu de travail, au recensement. Une ligne par commune et millésime.
select
    code_commune,
    make_date(annee, 1, 1) as periode_debut,
    make_date(annee, 1, 1) as periode_fin,
    emplois as numerateur,
    statut_emplois as statut,
from core.emploi_rp
