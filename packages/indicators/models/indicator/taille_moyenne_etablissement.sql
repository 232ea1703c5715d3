-- Salariés par établissement employeur du secteur privé au 31 décembre, hors intérim. Une ligne par territoire et année.
select
    niveau,
    code_territoire,
    make_date(annee, 12, 31) as periode_debut,
    make_date(annee, 12, 31) as periode_fin,
    effectif as numerateur,
    etablissements as denominateur,
    cellules_inconnues + etablissements_inconnus as cellules_inconnues,
    communes_absentes,
    case when etablissements = 0 then 'Aucun établissement employeur dans le territoire.' end as motif,
from core.emploi_territoire
where dimension = 'hors_interim'
