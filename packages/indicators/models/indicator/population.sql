-- Population municipale au 1er janvier. Une ligne par commune et par année.
select
    code_commune,
    make_date(annee, 1, 1) as periode_debut,
    make_date(annee, 1, 1) as periode_fin,
    population as numerateur,
from core.population_annuelle
