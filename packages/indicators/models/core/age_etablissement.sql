-- Établissements actifs selon leur âge en années civiles. Une ligne par territoire affiché et classe d'âge.
with
image as (
    select
        year(date_image) as annee,
    from core.image_sirene
),

somme as (
    select
        cohorte.niveau,
        cohorte.code_territoire,
        case
            when cohorte.annee_creation is null then 'inconnu'
            when image.annee - cohorte.annee_creation < 3 then 'moins_3'
            when image.annee - cohorte.annee_creation <= 5 then '3_5'
            when image.annee - cohorte.annee_creation <= 10 then '6_10'
            else 'plus_10'
        end as modalite,
        sum(cohorte.etablissements) as etablissements,
    from core.cohorte_sirene as cohorte
    cross join image
    where cohorte.est_actif
    group by all
),

classe as (
    select unnest(['moins_3', '3_5', '6_10', 'plus_10', 'inconnu']) as modalite
)

select
    couverture.niveau,
    couverture.code_territoire,
    classe.modalite,
    case when couverture.communes_absentes = 0 then coalesce(somme.etablissements, 0) end as etablissements,
    couverture.communes_absentes,
from core.couverture_sirene as couverture
cross join classe
left join somme
    on somme.niveau = couverture.niveau
    and somme.code_territoire = couverture.code_territoire
    and somme.modalite = classe.modalite
