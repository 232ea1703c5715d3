-- Établissements de chaque territoire selon leur naissance et leur fermeture, actifs ou non. Une ligne par territoire, industrie manufacturière ou non, transfert, cession, état, années de naissance et de fermeture, durée.
with
-- Avant la première année suivie, les années ne comptent plus une à une.
sirene as (
    select
        cohorte.code_commune,
        cohorte.est_manufacture,
        cohorte.est_transfert,
        cohorte.est_cede,
        cohorte.est_actif,
        case when cohorte.annee_creation is not null then greatest(cohorte.annee_creation, image.annee_premiere) end as annee_creation,
        case when cohorte.annee_fermeture is not null then greatest(cohorte.annee_fermeture, image.annee_premiere) end as annee_fermeture,
        case when cohorte.duree is not null then least(cohorte.duree, 5) end as duree,
        sum(cohorte.lignes) as lignes,
    from staging.sirene_etablissement__cohorte as cohorte
    cross join core.image_sirene as image
    group by all
)

select
    appartenance.niveau,
    appartenance.code_territoire,
    sirene.est_manufacture,
    sirene.est_transfert,
    sirene.est_cede,
    sirene.est_actif,
    sirene.annee_creation::integer as annee_creation,
    sirene.annee_fermeture::integer as annee_fermeture,
    sirene.duree::integer as duree,
    sum(sirene.lignes * passage.part)::double as etablissements,
from sirene
inner join core.passage_commune as passage
    on passage.code_source = sirene.code_commune
inner join core.appartenance as appartenance
    on appartenance.code_commune = passage.code_commune
group by all
