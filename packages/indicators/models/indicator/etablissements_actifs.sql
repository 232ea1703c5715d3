-- Établissements actifs de Sirene à la date de l'image, tous secteurs et tous statuts de diffusion. Une ligne par territoire, dimension et modalité.
with
sirene as (
    select
        niveau,
        code_territoire,
        dimension,
        modalite,
        etablissements,
        etablissements_sans_secteur,
        communes_absentes,
    from core.etablissement_territoire
    where compte = 'actifs'
    union all
    select
        niveau,
        code_territoire,
        'age' as dimension,
        modalite,
        etablissements,
        0 as etablissements_sans_secteur,
        communes_absentes,
    from core.age_etablissement
)

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
from sirene
cross join core.image_sirene as image
