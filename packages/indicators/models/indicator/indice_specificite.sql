-- Indice de spécificité de l'ANCT : part du secteur dans le territoire, rapportée à sa part dans le reste de la référence. Une ligne par territoire, référence, année et secteur A38, hors intérim.
select
    niveau,
    code_territoire,
    make_date(annee, 12, 31) as periode_debut,
    make_date(annee, 12, 31) as periode_fin,
    'a38' as dimension,
    modalite,
    reference,
    case
        when not est_meme_territoire
        then effectif_secteur / nullif(effectif_total, 0)
            / nullif((reference_secteur - effectif_secteur) / nullif(reference_total - effectif_total, 0), 0)
    end as valeur,
    effectif_secteur as numerateur,
    effectif_total as denominateur,
    cellules_inconnues,
    communes_absentes,
    case
        when est_meme_territoire then 'Le territoire est lui-même la référence.'
        when effectif_total = 0 then 'Aucun emploi salarié privé hors intérim dans le territoire.'
        when reference_secteur = effectif_secteur then 'Aucun emploi de ce secteur dans le reste de la référence.'
    end as motif,
from core.specialisation
where nomenclature = 'A38'
