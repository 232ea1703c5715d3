-- Créations et fermetures de l'année, transferts exclus, rapportées au stock du 1er janvier. Une ligne par territoire et année.
select
    flux.niveau,
    flux.code_territoire,
    make_date(flux.annee, 1, 1) as periode_debut,
    make_date(flux.annee, 12, 31) as periode_fin,
    flux.creations + flux.fermetures as numerateur,
    depart.stock as denominateur,
    flux.communes_absentes,
    case when depart.stock > 0 then 'estime' end as statut,
    case
        when depart.stock > 0 then 'Calculé sur un stock reconstitué à partir des dates de création et de fermeture.'
        when depart.stock = 0 then 'Aucun établissement actif au début de l''année.'
    end as motif,
from core.demographie_sirene as flux
inner join core.demographie_sirene as depart
    on depart.niveau = flux.niveau
    and depart.code_territoire = flux.code_territoire
    and depart.annee = flux.annee - 1
