-- Ni personne physique, ni unité à diffusion partielle, ni unité de forme inconnue n'a de dénomination.
-- severity: error
select siren
from staging.sirene_unite_legale__unite_legale
where denomination is not null
    and (est_personne_physique or not est_diffusible or categorie_juridique is null)
