-- La loi a deux fenêtres, la décennie de référence et la suivante, chacune une fois.
-- severity: error
select
    attendue.fenetre as attendue,
    fenetre.fenetre,
    count(*)::integer as lignes,
from (select unnest(['reference', 'suivante']) as fenetre) as attendue
full join reference.periode_enaf as fenetre on fenetre.fenetre = attendue.fenetre
group by all
having attendue.fenetre is null or fenetre.fenetre is null or count(*) > 1
