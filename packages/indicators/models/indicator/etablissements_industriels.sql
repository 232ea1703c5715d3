-- Établissements actifs et employeurs de l'industrie manufacturière (NAF rév. 2, section C). Une ligne par territoire, dimension et modalité.
select
    sirene.niveau,
    sirene.code_territoire,
    image.date_image as periode_debut,
    image.date_image as periode_fin,
    sirene.dimension,
    sirene.modalite,
    sirene.etablissements as numerateur,
    sirene.etablissements_sans_secteur as cellules_inconnues,
    sirene.communes_absentes,
from core.etablissement_territoire as sirene
cross join core.image_sirene as image
where sirene.compte = 'industriels'
    and sirene.dimension in ('total', 'a38')
