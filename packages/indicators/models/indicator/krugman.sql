-- Indice de Krugman : part de l'emploi qu'il faudrait changer de secteur pour ressembler au reste de la référence. Une ligne par territoire, référence, année et nomenclature (A17, A38), hors intérim.
select
    niveau,
    code_territoire,
    make_date(annee, 12, 31) as periode_debut,
    make_date(annee, 12, 31) as periode_fin,
    lower(nomenclature) as dimension,
    '_T' as modalite,
    reference,
    case
        when not est_meme_territoire
        then sum(abs(
            effectif_secteur / nullif(effectif_total, 0)
            - (reference_secteur - effectif_secteur) / nullif(reference_total - effectif_total, 0)
        )) / 2
    end as valeur,
    effectif_total as denominateur,
    cellules_inconnues,
    communes_absentes,
    case
        when est_meme_territoire then 'Le territoire est lui-même la référence.'
        when effectif_total = 0 then 'Aucun emploi salarié privé hors intérim dans le territoire.'
    end as motif,
from core.specialisation
group by
    niveau,
    code_territoire,
    annee,
    nomenclature,
    reference,
    est_meme_territoire,
    effectif_total,
    cellules_inconnues,
    communes_absentes
