-- Emploi salarié privé au début et à la fin de chaque période de référence. Une ligne par territoire, période distincte, nomenclature, modalité, hors intérim ou non.
with
periode as (
    select distinct
        annee_debut,
        annee_fin,
    from core.periode_reference
)

select
    debut.niveau,
    debut.code_territoire,
    periode.annee_debut,
    periode.annee_fin,
    debut.dimension,
    debut.nomenclature,
    debut.modalite,
    debut.est_hors_interim,
    debut.effectif as effectif_debut,
    fin.effectif as effectif_fin,
    debut.cellules_inconnues + fin.cellules_inconnues as cellules_inconnues,
    debut.communes_absentes,
    debut.communes,
from periode
inner join core.emploi_territoire as debut
    on debut.annee = periode.annee_debut
inner join core.emploi_territoire as fin
    on fin.annee = periode.annee_fin
    and fin.niveau = debut.niveau
    and fin.code_territoire = debut.code_territoire
    and fin.nomenclature = debut.nomenclature
    and fin.modalite = debut.modalite
    and fin.est_hors_interim = debut.est_hors_interim
