-- Périodes de tous les établissements de France. Une ligne par nomenclature d'activité, qualité de la date de début, période en cours ou close.
with
image as (
    select max(date_millesime) as date_image
    from reference.millesime
    where source = 'sirene_historique' and file = 'periode'
)

select
    nullif(historique.nomenclature, '[ND]') as nomenclature,
    case
        when historique.date_debut is null or historique.date_debut = date '1900-01-01' then 'inconnue'
        when historique.date_debut < date '1900-01-01' then 'absurde'
        when historique.date_debut > image.date_image then 'future'
        else 'connue'
    end as qualite_date,
    historique.date_fin is null as est_courante,
    count(*) as lignes,
from raw.sirene_historique__periode as historique
cross join image
group by all
