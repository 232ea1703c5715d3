-- Le prix manque à moins d'une ligne sur dix, chaque année.
-- severity: warning
select
    annee,
    sum(lignes)::bigint as lignes,
    sum(lignes_sans_prix)::bigint as sans_prix,
from staging.dvf__national
group by annee
having 10 * sum(lignes_sans_prix) > sum(lignes)
