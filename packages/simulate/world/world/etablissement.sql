-- Établissement qui a employé au moins un salarié depuis la première année du monde. Une ligne par siret.
-- Vue sur les postes : l'établissement est l'occupant d'un poste pendant un tour de son cycle.
with poste as (
    select
        cast(effectif.poste as bigint) as poste,
        effectif.commune,
        effectif.ape,
        cast(poste.rotation as bigint) as rotation,
        poste.duree,
        poste.phase,
        [*columns('^effectif_\d{4}$')] as effectifs
    from latent.effectif as effectif
    join latent.poste as poste on poste.poste = effectif.poste
),
occupant as (
    select
        *,
        unnest(range((premiere_annee() + phase) // rotation, (derniere_annee() + phase) // rotation + 1)) as tour
    from poste
),
vie as (
    select
        * exclude (effectifs),
        tour * rotation - phase as annee_creation,
        list_transform(
            effectifs,
            lambda effectif, rang: if((premiere_annee() + rang - 1 + phase) // rotation = tour, effectif, 0)
        ) as effectifs
    from occupant
),
numerote as (
    select
        *,
        date_tour(poste, tour, annee_creation) as date_creation,
        -- Un siège que ses salariés quittent reste ouvert jusqu'à son successeur.
        if(
            duree < rotation and not est_tete(poste),
            date_tour(poste, tour, annee_creation + duree),
            date_tour(poste, tour + 1, annee_creation + rotation)
        ) as date_suite,
        entreprise_poste(poste, tour, est_secondaire(poste), (select max(poste) // 10 + 1 from latent.poste)) as entreprise,
        rang_poste(poste, tour) as rang
    from vie
    where list_max(effectifs) > 0
)
select
    siret(numerote.entreprise, numerote.rang) as siret,
    siren(numerote.entreprise) as siren,
    commune.code_commune,
    ape.code_ape,
    numerote.date_creation,
    case when year(numerote.date_suite) <= derniere_annee() then numerote.date_suite end as date_fermeture,
    not est_secondaire(numerote.poste) as est_siege,
    numerote.effectifs[-1] as effectif,
    numerote.effectifs
from numerote
join latent.commune as commune on commune.commune = numerote.commune
join latent.ape as ape on ape.ape = numerote.ape
