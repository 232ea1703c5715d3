-- Aucun établissement nommé n'est en diffusion partielle, par lui-même ou par son unité légale, ni une personne physique.
-- severity: error
select nomme.siret
from core.etablissement_nomme as nomme
inner join core.etablissement as etablissement using (siret)
left join staging.sirene_unite_legale__unite_legale as unite using (siren)
where etablissement.est_diffusible is not true
    or unite.est_diffusible is not true
    or unite.est_personne_physique is not false
