-- Chaque établissement de la liste est diffusible, son unité légale aussi, et n'est pas une personne physique.
-- severity: error
select liste.siret
from mart.etablissement as liste
left join core.etablissement as etablissement using (siret)
left join staging.sirene_unite_legale__unite_legale as unite using (siren)
where etablissement.est_diffusible is not true
    or unite.est_diffusible is not true
    or unite.est_personne_physique is not false
