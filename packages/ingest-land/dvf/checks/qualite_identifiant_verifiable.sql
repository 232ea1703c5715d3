-- Le fichier de chaque année couvre plusieurs départements : sinon le mélange des identifiants ne se voit pas.
-- severity: warning
select
    annee,
    mutations_plusieurs_communes,
from staging.dvf__qualite
where not est_verifiable
