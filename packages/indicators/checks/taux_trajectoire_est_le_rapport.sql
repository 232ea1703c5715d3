-- Le taux de la trajectoire est ce que la trajectoire projette, rapporté au repère national.
-- severity: error
select
    taux.niveau,
    taux.code_territoire,
    taux.valeur,
    100 * projetee.valeur / repere.valeur as attendu,
from mart.indicateur as taux
inner join mart.indicateur as projetee using (niveau, code_territoire, periode_fin)
inner join mart.indicateur as repere using (niveau, code_territoire, periode_fin)
where taux.indicateur = 'taux_trajectoire'
    and projetee.indicateur = 'trajectoire_enaf'
    and projetee.modalite = 'projetee'
    and repere.indicateur = 'trajectoire_enaf'
    and repere.modalite = 'autorisee'
    and repere.valeur > 0
    and abs(taux.valeur - 100 * projetee.valeur / repere.valeur) > 0.001
