-- Créations et fermetures de l'année, transferts exclus, et stock reconstitué au 31 décembre. Une ligne par territoire et année ; une naissance de date inconnue est réputée ancienne, une fermeture aussi.
with
annee as (
    select
        unnest(generate_series(annee_premiere + 1, annee_complete))::integer as annee,
        annee_premiere,
    from core.image_sirene
),

cohorte as (
    select
        niveau,
        code_territoire,
        est_transfert,
        est_cede,
        est_actif,
        annee_creation,
        annee_fermeture,
        sum(etablissements) as etablissements,
    from core.cohorte_sirene
    group by all
),

mouvement as (
    select
        cohorte.niveau,
        cohorte.code_territoire,
        annee.annee,
        sum(cohorte.etablissements) filter (
            cohorte.annee_creation = annee.annee and not cohorte.est_transfert
        ) as creations,
        sum(cohorte.etablissements) filter (
            cohorte.annee_fermeture = annee.annee and not cohorte.est_cede
        ) as fermetures,
        sum(cohorte.etablissements) filter (
            coalesce(cohorte.annee_creation, annee.annee_premiere) <= annee.annee
            and (cohorte.est_actif or cohorte.annee_fermeture > annee.annee)
        ) as stock,
    from cohorte
    cross join annee
    group by all
)

select
    couverture.niveau,
    couverture.code_territoire,
    annee.annee,
    case when couverture.communes_absentes = 0 then coalesce(mouvement.creations, 0) end as creations,
    case when couverture.communes_absentes = 0 then coalesce(mouvement.fermetures, 0) end as fermetures,
    case when couverture.communes_absentes = 0 then coalesce(mouvement.stock, 0) end as stock,
    couverture.communes_absentes,
from core.couverture_sirene as couverture
cross join annee
left join mouvement
    on mouvement.niveau = couverture.niveau
    and mouvement.code_territoire = couverture.code_territoire
    and mouvement.annee = annee.annee
