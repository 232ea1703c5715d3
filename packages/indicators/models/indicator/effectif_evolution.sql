-- Taux d'évolution annuel moyen de l'emploi salarié privé. Une ligne par territoire, période de référence, dimension et modalité.
select
    niveau,
    code_territoire,
    make_date(annee_debut, 12, 31) as periode_debut,
    make_date(annee_fin, 12, 31) as periode_fin,
    dimension,
    modalite,
    100 * (pow(effectif_fin / nullif(effectif_debut, 0), 1 / (annee_fin - annee_debut)) - 1) as valeur,
    effectif_fin as numerateur,
    effectif_debut as denominateur,
    cellules_inconnues,
    communes_absentes,
    case when effectif_debut = 0 then 'Aucun emploi au 31 décembre ' || annee_debut || ' : un taux ne se calcule pas.' end as motif,
from core.emploi_evolution
where dimension in ('total', 'hors_interim', 'grand_secteur', 'a17', 'a38')
