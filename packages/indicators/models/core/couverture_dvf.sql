-- Commune dont les ventes sont connues ; sans vente publiée, elle l'est si la moitié de son département est dans les lignes chargées. Une ligne par code_commune.
with
vue as (
    select distinct passage.code_commune
    from staging.dvf__mutation as mutation
    inner join core.passage_commune as passage on passage.code_source = mutation.code_commune
),

publie as (
    select distinct code_departement
    from staging.dvf__national
),

commune as (
    select
        commune.code_commune,
        vue.code_commune is not null
        or 2 * count(vue.code_commune) over (partition by commune.code_departement)
        >= count(*) over (partition by commune.code_departement) as est_couverte,
        publie.code_departement is not null as est_publie,
    from core.commune as commune
    left join vue using (code_commune)
    left join publie using (code_departement)
)

select
    code_commune,
    est_couverte,
    case
        when est_couverte then null
        when est_publie then 'Seules les ventes des départements du périmètre sont chargées.'
        else 'Ventes absentes du fichier DVF, qui ne couvre ni le Bas-Rhin, ni le Haut-Rhin, ni la Moselle, ni Mayotte.'
    end as motif,
from commune
