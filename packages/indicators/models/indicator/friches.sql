-- Friches recensées, hors friches potentielles, à la date du fichier. Une ligne par territoire et statut de friche.
select
    friche.niveau,
    friche.code_territoire,
    millesime.date_millesime as periode_debut,
    millesime.date_millesime as periode_fin,
    if(friche.statut_friche = '_T', 'total', 'statut_friche') as dimension,
    friche.statut_friche as modalite,
    friche.sites as numerateur,
    friche.statut,
    friche.motif,
from core.friche_territoire as friche
cross join reference.millesime as millesime
where millesime.source = 'cartofriches'
