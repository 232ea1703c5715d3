-- Salariés du secteur privé au 31 décembre ; le détail par secteur A17 et A38 aux seules années des périodes de référence. Une ligne par territoire, année, dimension et modalité.
select
    niveau,
    code_territoire,
    make_date(annee, 12, 31) as periode_debut,
    make_date(annee, 12, 31) as periode_fin,
    dimension,
    modalite,
    effectif as numerateur,
    cellules_inconnues,
    communes_absentes,
from core.emploi_territoire
where dimension in ('total', 'hors_interim', 'grand_secteur')
    or (
        dimension in ('a17', 'a38')
        and annee in (select unnest([annee_debut, annee_fin]) from core.periode_reference)
    )
