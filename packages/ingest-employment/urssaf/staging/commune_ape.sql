-- Établissements employeurs et salariés au 31 décembre, une paire de colonnes par année ; vide = inconnu. Une ligne par code_commune × code_ape.
select
    code_commune,
    code_ape,
    left(code_ape, 2) as division,
    -- Par le texte : le numéro des deux derniers grands secteurs n'est pas assuré. « Hors intérim » passe avant « intérim ».
    case
        when strip_accents(lower(grand_secteur_d_activite)) like '%non marchand%' then 'non_marchand'
        when strip_accents(lower(grand_secteur_d_activite)) like '%autres services%' then 'autres_services'
        when strip_accents(lower(grand_secteur_d_activite)) like '%interim%' then 'interim'
        when strip_accents(lower(grand_secteur_d_activite)) like '%industrie%' then 'industrie'
        when strip_accents(lower(grand_secteur_d_activite)) like '%construction%' then 'construction'
        when strip_accents(lower(grand_secteur_d_activite)) like '%commerce%' then 'commerce'
        when strip_accents(lower(grand_secteur_d_activite)) like '%hotel%' then 'hotellerie_restauration'
    end as grand_secteur,
    code_ape = '7820Z' as est_interim,
    columns('^nombre_d_etablissements_(\d{4})$') as 'etablissements_\1',
    columns('^effectifs_salaries_(\d{4})$') as 'effectif_\1'
from raw.urssaf__commune_ape
