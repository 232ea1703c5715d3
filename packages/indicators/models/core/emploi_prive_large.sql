-- Emploi salarié privé dans les communes en vigueur, une colonne par année comme dans le fichier de l'Urssaf : additionner avant de déplier évite vingt fois trop de lignes. Une ligne par commune, division, grand secteur, intérim ou non.
select
    passage.code_commune,
    urssaf.division,
    urssaf.grand_secteur,
    urssaf.est_interim,
    sum(columns('^effectif_\d{4}$') * passage.part),
    sum(columns('^etablissements_\d{4}$') * passage.part),
    count(*) - count(columns('^effectif_(\d{4})$')) as 'cellules_\1',
    count(*) - count(columns('^etablissements_(\d{4})$')) as 'vides_\1',
from staging.urssaf__commune_ape as urssaf
inner join core.passage_commune as passage
    on passage.code_source = urssaf.code_commune
group by all
