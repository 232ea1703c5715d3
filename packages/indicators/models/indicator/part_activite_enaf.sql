-- Part de l'activité dans la consommation d'espaces NAF, sur plusieurs années. Une ligne par territoire et période.
select
    activite.niveau,
    activite.code_territoire,
    make_date(activite.debut, 1, 1) as periode_debut,
    make_date(activite.fin, 1, 1) as periode_fin,
    activite.surface_m2 / 10000 as numerateur,
    ensemble.surface_m2 / 10000 as denominateur,
    case
        when ensemble.surface_m2 = 0 then 'non_applicable'
        when ensemble.statut = 'minimum' then 'estime'
        else ensemble.statut
    end as statut,
    case
        when ensemble.surface_m2 = 0 then 'Aucun espace consommé sur la période.'
        else ensemble.motif
    end as motif,
from core.conso_enaf_territoire as activite
inner join core.conso_enaf_territoire as ensemble
    on ensemble.niveau = activite.niveau
    and ensemble.code_territoire = activite.code_territoire
    and ensemble.debut = activite.debut
    and ensemble.fin = activite.fin
    and ensemble.destination = 'total'
where activite.destination = 'activite'
    and activite.est_fenetre
