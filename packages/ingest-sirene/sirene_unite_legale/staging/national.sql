-- Unités légales de toute la France. Une ligne par catégorie juridique, catégorie d'entreprise, état et diffusion.
select
    nullif(categorie_juridique, '[ND]') as categorie_juridique,
    nullif(categorie_entreprise, '[ND]') as categorie_entreprise,
    etat_administratif is not distinct from 'A' as est_actif,
    statut_diffusion is not distinct from 'O' as est_diffusible,
    count(*) as lignes,
from raw.sirene_unite_legale__unite_legale
group by all
