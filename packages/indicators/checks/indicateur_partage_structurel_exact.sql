-- Les effets national, structurel et local font exactement la variation de l'emploi hors intérim.
-- severity: error
with
effet as (
    select
        niveau,
        code_territoire,
        periode_debut,
        periode_fin,
        dimension,
        sum(valeur) filter (modalite <> 'total') as effets,
        sum(valeur) filter (modalite = 'total') as variation,
        bool_and(statut = 'connu') as est_connu,
    from mart.indicateur
    where indicateur = 'partage_structurel'
    group by all
)

select
    effet.*,
    evolution.effectif_fin - evolution.effectif_debut as attendue,
from effet
inner join core.emploi_evolution as evolution
    on evolution.niveau = effet.niveau
    and evolution.code_territoire = effet.code_territoire
    and evolution.annee_debut = year(effet.periode_debut)
    and evolution.annee_fin = year(effet.periode_fin)
    and evolution.dimension = 'hors_interim'
where abs(effet.effets - effet.variation) > 0.01
    or (effet.est_connu and abs(effet.variation - (evolution.effectif_fin - evolution.effectif_debut)) > 0.01)
