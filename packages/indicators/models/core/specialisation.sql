-- Les quatre termes des indices de spécialisation, hors intérim, aux années des périodes de référence. Une ligne par territoire, référence, année, nomenclature (A17, A38) et secteur.
with
annee as (
    select annee_debut as annee
    from core.periode_reference
    union
    select annee_fin as annee
    from core.periode_reference
),

emploi as (
    select
        secteur.niveau,
        secteur.code_territoire,
        secteur.annee,
        secteur.nomenclature,
        secteur.modalite,
        secteur.effectif as effectif_secteur,
        total.effectif as effectif_total,
        total.cellules_inconnues,
        total.communes_absentes,
    from core.emploi_territoire as secteur
    inner join annee using (annee)
    inner join core.emploi_territoire as total
        on total.niveau = secteur.niveau
        and total.code_territoire = secteur.code_territoire
        and total.annee = secteur.annee
        and total.nomenclature = 'TOTAL'
        and total.est_hors_interim
    where secteur.nomenclature in ('A17', 'A38')
)

select
    emploi.niveau,
    emploi.code_territoire,
    lien.reference,
    lien.est_meme_territoire,
    emploi.annee,
    emploi.nomenclature,
    emploi.modalite,
    emploi.effectif_secteur,
    emploi.effectif_total,
    ensemble.effectif_secteur as reference_secteur,
    ensemble.effectif_total as reference_total,
    emploi.cellules_inconnues + ensemble.cellules_inconnues as cellules_inconnues,
    emploi.communes_absentes + ensemble.communes_absentes as communes_absentes,
from emploi
inner join core.territoire_reference as lien
    on lien.niveau = emploi.niveau
    and lien.code_territoire = emploi.code_territoire
inner join emploi as ensemble
    on ensemble.niveau = lien.niveau_reference
    and ensemble.code_territoire = lien.code_reference
    and ensemble.annee = emploi.annee
    and ensemble.nomenclature = emploi.nomenclature
    and ensemble.modalite = emploi.modalite
