-- Une cohorte n'a pas plus de survivants à cinq ans qu'à trois.
-- severity: error
select
    cinq.niveau,
    cinq.code_territoire,
    cinq.periode_debut,
    cinq.dimension,
    trois.numerateur as trois_ans,
    cinq.numerateur as cinq_ans,
from mart.indicateur as cinq
inner join mart.indicateur as trois
    on trois.indicateur = cinq.indicateur
    and trois.niveau = cinq.niveau
    and trois.code_territoire = cinq.code_territoire
    and trois.periode_debut = cinq.periode_debut
    and trois.dimension = cinq.dimension
    and trois.modalite = '3'
where cinq.indicateur = 'survie'
    and cinq.modalite = '5'
    and cinq.numerateur > trois.numerateur + 0.001
