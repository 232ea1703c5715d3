-- Les lignes gardées sont toutes celles de leurs départements dans le fichier, année par année.
-- severity: error
with
gardee as (
    select
        year(date_mutation)::integer as annee,
        code_departement,
        count(*) as lignes,
    from staging.dvf__mutation
    group by all
),

publiee as (
    select
        annee,
        code_departement,
        sum(lignes) as lignes,
    from staging.dvf__national
    group by all
)

select
    gardee.annee,
    gardee.code_departement,
    gardee.lignes,
    publiee.lignes as lignes_publiees,
from gardee
left join publiee
    on publiee.annee is not distinct from gardee.annee
    and publiee.code_departement = gardee.code_departement
where gardee.lignes is distinct from publiee.lignes
