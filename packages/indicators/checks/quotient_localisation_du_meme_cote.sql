-- Un secteur plus présent que dans la référence l'est aussi plus que dans le reste de celle-ci : le quotient et l'indice de spécificité sont du même côté de 1.
-- severity: error
select
    quotient.niveau,
    quotient.code_territoire,
    quotient.periode_fin,
    quotient.modalite,
    quotient.reference,
    quotient.valeur as quotient_localisation,
    indice.valeur as indice_specificite,
from mart.indicateur as quotient
inner join mart.indicateur as indice using (niveau, code_territoire, periode_fin, dimension, modalite, reference)
where quotient.indicateur = 'quotient_localisation'
    and indice.indicateur = 'indice_specificite'
    and abs(quotient.valeur - 1) > 1e-9
    and sign(quotient.valeur - 1) <> sign(indice.valeur - 1)
