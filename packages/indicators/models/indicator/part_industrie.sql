-- Part de l'industrie dans l'emploi salarié privé hors intérim. Une ligne par territoire et année.
select
    industrie.niveau,
    industrie.code_territoire,
    make_date(industrie.annee, 12, 31) as periode_debut,
    make_date(industrie.annee, 12, 31) as periode_fin,
    industrie.effectif as numerateur,
    ensemble.effectif as denominateur,
    ensemble.cellules_inconnues,
    ensemble.communes_absentes,
    case when ensemble.effectif = 0 then 'Aucun emploi salarié privé hors intérim dans le territoire.' end as motif,
from core.emploi_territoire as industrie
inner join core.emploi_territoire as ensemble
    on ensemble.niveau = industrie.niveau
    and ensemble.code_territoire = industrie.code_territoire
    and ensemble.annee = industrie.annee
    and ensemble.dimension = 'hors_interim'
where industrie.dimension = 'grand_secteur'
    and industrie.modalite = 'industrie'
