-- La somme des grands secteurs est l'ensemble ; celle de A17, de A38 et de A88 est l'ensemble hors intérim.
-- severity: error
select
    secteur.niveau,
    secteur.code_territoire,
    secteur.annee,
    secteur.nomenclature,
    sum(secteur.effectif) as somme,
    max(total.effectif) as ensemble,
from core.emploi_territoire as secteur
inner join core.emploi_territoire as total
    on total.niveau = secteur.niveau
    and total.code_territoire = secteur.code_territoire
    and total.annee = secteur.annee
    and total.nomenclature = 'TOTAL'
    and total.est_hors_interim = secteur.est_hors_interim
where secteur.nomenclature <> 'TOTAL'
group by all
having abs(somme - ensemble) > 0.001
