-- Périodes sur lesquelles les évolutions sont lues, tirées des données : tout ce qui existe, dix ans, cinq ans, depuis la labellisation. Une ligne par période.
with
etendue as (
    select
        min(annee) as premiere,
        max(annee) as derniere,
    from core.emploi_prive
),

label as (
    select year(max(date_label))::integer as annee_label
    from core.perimetre
),

candidate as (
    select
        unnest(['ensemble', 'dix_ans', 'cinq_ans', 'label']) as periode,
        unnest([premiere, derniere - 10, derniere - 5, annee_label]) as annee_debut,
        premiere,
        derniere,
    from etendue
    cross join label
)

select
    periode,
    annee_debut::integer as annee_debut,
    derniere::integer as annee_fin,
from candidate
where annee_debut >= premiere and annee_debut < derniere
