-- Établissement qui a employé au moins un salarié depuis la première année du monde. Une ligne par siret.
-- Vue sur les postes : l'établissement est l'occupant d'un poste pendant un tour de son cycle.
-- Un poste sur dix est le siège d'une entreprise, dont un cinquième des postes suivants sont les établissements secondaires.
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
        poste % 10 = 0 as est_tete,
        poste % 10 > 0 and tirage(poste, 'succursale') < 0.2 as est_secondaire,
        make_date(
            annee_creation,
            cast(1 + floor(12 * tirage(poste * 1000 + tour, 'mois')) as bigint),
            cast(1 + floor(28 * tirage(poste * 1000 + tour, 'jour')) as bigint)
        ) as date_creation,
        make_date(
            annee_creation + if(duree < rotation, duree, rotation),
            cast(1 + floor(12 * tirage(poste * 1000 + tour + if(duree < rotation, 0, 1), 'mois')) as bigint),
            cast(1 + floor(28 * tirage(poste * 1000 + tour + if(duree < rotation, 0, 1), 'jour')) as bigint)
        ) as date_suite
    from vie
    where list_max(effectifs) > 0
),
identite as (
    select
        *,
        siren_fictif(case
            when est_tete or est_secondaire then (poste - poste % 10) * 16 + 15
            else poste * 16 + tour % 15
        end) as siren,
        format('{:05d}', (poste % 10) * 1000 + tour % 100 * 10 + 3) as nic
    from numerote
)
select
    identite.siren || identite.nic as siret,
    identite.siren,
    commune.code_commune,
    ape.code_ape,
    identite.date_creation,
    case when year(date_suite) <= derniere_annee() then date_suite end as date_fermeture,
    not identite.est_secondaire as est_siege,
    identite.effectifs[-1] as effectif,
    identite.effectifs
from identite
join latent.commune as commune on commune.commune = identite.commune
join latent.ape as ape on ape.ape = identite.ape
