-- Établissement au répertoire SIRENE, vivant depuis le premier jour qu'il raconte. Une ligne par siret.
-- Les employeurs sont ceux de world.etablissement ; au domicile, rien n'est omis.
select
    siret(inscrit.entreprise, inscrit.rang) as siret,
    siren(inscrit.entreprise) as siren,
    right(cast(100000 + inscrit.rang as varchar), 5) as nic,
    commune.code_commune,
    ape.code_ape,
    inscrit.date_creation,
    inscrit.date_fermeture,
    inscrit.est_siege,
    inscrit.effectif > 0 as est_employeur,
    inscrit.effectif,
    inscrit.code_juridique,
    est_diffusible(inscrit.entreprise, inscrit.code_juridique) as est_diffusible,
    inscrit.est_repreneur as est_naissance_transfert,
    inscrit.alea,
    inscrit.entreprise,
    inscrit.rang,
    inscrit.commune
from latent.inscrit as inscrit
join latent.commune as commune on commune.commune = inscrit.commune
join latent.ape as ape on ape.ape = inscrit.ape
