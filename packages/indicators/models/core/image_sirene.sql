-- Image de Sirene : sa date, la dernière année qu'elle couvre en entier et celle avant laquelle les naissances ne sont plus distinguées. Une ligne, aucune si Sirene n'est pas collecté.
with
image as (
    select max(date_millesime) as date_image
    from reference.millesime
    where source = 'sirene_etablissement' and file = 'etablissement'
)

select
    date_image,
    (year(date_image + 1) - 1)::integer as annee_complete,
    (year(date_image + 1) - 16)::integer as annee_premiere,
from image
where date_image is not null
