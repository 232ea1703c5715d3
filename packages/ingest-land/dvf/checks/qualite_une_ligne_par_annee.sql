-- La fiabilité des identifiants est dite une fois pour chaque année du fichier.
-- severity: error
with
annee as (
    select
        annee,
        sum(lignes) as lignes,
    from staging.dvf__national
    group by annee
)

select
    coalesce(annee.annee, qualite.annee) as annee,
    count(qualite.mutations)::integer as lignes,
from annee
full join staging.dvf__qualite as qualite on qualite.annee is not distinct from annee.annee
group by all
having count(qualite.mutations) <> 1 or count(annee.lignes) <> 1
