-- Le fichier donne un total pour la France entière, chaque année : sans lui, rien ne vérifie la somme des communes.
-- severity: warning
select annee
from staging.rp_emploi_lr__national
group by annee
having count(*) filter (geo_object = 'FRANCE' and code_territoire = 'F') = 0
