-- Sous-classe de la NAF rév. 2 (code APE) et ses regroupements. Une ligne par code_ape.
-- grand_secteur est nul hors du champ de l'Urssaf : l'agriculture relève de la MSA.
select
    naf.id as code_ape,
    naf.label as libelle,
    division.division,
    division.libelle as libelle_division,
    division.a38,
    division.libelle_a38,
    division.a17,
    division.libelle_a17,
    case
        when naf.id = '78.20Z' then 'interim'
        when division.a17 = 'AZ' then null
        when division.a17 in ('DE', 'C1', 'C2', 'C3', 'C4', 'C5') then 'industrie'
        when division.a17 = 'FZ' then 'construction'
        when division.a17 = 'GZ' then 'commerce'
        when division.a17 = 'IZ' then 'hotellerie_restauration'
        when division.a17 = 'OQ' then 'non_marchand'
        else 'autres_services'
    end as grand_secteur
from entree.naf as naf
join entree.naf_division as division on division.division = left(naf.id, 2)
where length(naf.id) = 6
order by naf.id
