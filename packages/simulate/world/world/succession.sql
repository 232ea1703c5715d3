-- Succession d'un établissement à un autre, le jour où le premier ferme. Une ligne par siret_predecesseur × siret_successeur.
select
    siret(inscrit.entreprise, inscrit.rang) as siret_predecesseur,
    siret(inscrit.entreprise_suivante, inscrit.rang_suivant) as siret_successeur,
    inscrit.date_fermeture as date_lien,
    inscrit.entreprise = inscrit.entreprise_suivante and inscrit.rang % 10000 < 1000 as transfert_siege,
    inscrit.entreprise = inscrit.entreprise_suivante or inscrit.a_continuite as continuite_economique
from latent.inscrit as inscrit
where inscrit.entreprise_suivante is not null
