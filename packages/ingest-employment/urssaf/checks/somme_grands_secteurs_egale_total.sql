-- Dans chaque territoire et chaque année, la somme des grands secteurs est le total, en effectif comme en établissements.
-- severity: error
select
    niveau,
    code_territoire,
    annee,
    sum(effectif) filter (nomenclature = 'TOTAL') as total,
    sum(effectif) filter (nomenclature = 'GS') as somme_des_secteurs,
    sum(etablissements) filter (nomenclature = 'TOTAL') as total_etablissements,
    sum(etablissements) filter (nomenclature = 'GS') as somme_des_etablissements
from core.emploi_territoire
where nomenclature in ('TOTAL', 'GS') and not est_hors_interim
group by niveau, code_territoire, annee
having
    abs(coalesce(total, 0) - coalesce(somme_des_secteurs, 0)) > 0.5
    or abs(coalesce(total_etablissements, 0) - coalesce(somme_des_etablissements, 0)) > 0.5
