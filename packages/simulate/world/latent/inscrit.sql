-- Établissement inscrit au répertoire, vivant depuis le premier jour que SIRENE raconte. Une ligne par entreprise × rang.
-- Les occupants des postes (employeurs ou l'ayant été), puis ceux des emplacements sans salarié, volatils et stables.
with dizaine as (
    select max(poste) // 10 + 1 as dizaines
    from latent.poste
),
poste as (
    select
        cast(poste.poste as bigint) as poste,
        poste.commune,
        poste.ape,
        poste.taille,
        est_secondaire(poste.poste) as est_secondaire,
        cast(poste.rotation as bigint) as rotation,
        -- Un siège que ses salariés quittent reste ouvert jusqu'à son successeur.
        if(est_tete(poste.poste), poste.rotation, poste.duree) as duree,
        poste.phase,
        effectif.effectif_2025 as effectif,
        dizaine.dizaines,
        (derniere_annee() + poste.phase) // poste.rotation as dernier_tour
    from latent.poste as poste
    join latent.effectif as effectif on effectif.poste = poste.poste
    cross join dizaine
),
occupant as (
    select
        *,
        unnest(range((year(premier_jour_sirene()) + phase) // rotation - 1, dernier_tour + 1)) as tour
    from poste
),
vie as (
    select
        *,
        tour * rotation - phase as annee_creation,
        duree = rotation and tour < dernier_tour as est_suivi,
        tirage(poste * 1000 + tour, 'succession') as reprise
    from occupant
    where tour * rotation - phase + duree >= year(premier_jour_sirene())
),
employeur as (
    select
        entreprise_poste(poste, tour, est_secondaire, dizaines) as entreprise,
        rang_poste(poste, tour) as rang,
        commune,
        ape,
        case
            when est_tete(poste) or est_secondaire or taille > 8 then null
            when tirage(poste * 1000 + tour, 'personne') < 0.25 then 1000
        end as code_juridique,
        date_tour(poste, tour, annee_creation) as date_creation,
        if(
            annee_creation + duree <= derniere_annee(),
            date_tour(poste, if(duree < rotation, tour, tour + 1), annee_creation + duree),
            null
        ) as date_fermeture,
        if(est_tete(poste), tour = dernier_tour, not est_secondaire) as est_siege,
        if(tour = dernier_tour, effectif, 0) as effectif,
        if(est_suivi and (est_tete(poste) or reprise < 0.05), entreprise_poste(poste, tour + 1, est_secondaire, dizaines), null) as entreprise_suivante,
        rang_poste(poste, tour + 1) as rang_suivant,
        reprise,
        duree = rotation
        and annee_creation >= year(premier_jour_sirene())
        and (est_tete(poste) or tirage(poste * 1000 + tour - 1, 'succession') < 0.05) as est_repreneur
    from vie
),
passage as (
    select
        *,
        unnest(range(
            (year(premier_jour_sirene()) + alea // 64 % rotation) // rotation - 1,
            (year(date_image()) + alea // 64 % rotation) // rotation + 1
        )) as tour
    from (select emplacement, commune, ape, code_juridique, rotation, cast(alea >> 16 as bigint) as alea from latent.emplacement where est_volatil)
),
volatil as (
    select
        entreprise(80000000 + (emplacement - (select min(emplacement) from latent.emplacement where est_volatil)) * 18 + tour % 18) as entreprise,
        commune,
        ape,
        code_juridique,
        date_tour(emplacement, tour, tour * rotation - alea // 64 % rotation) as date_creation,
        date_tour(emplacement, tour + 1, (tour + 1) * rotation - alea // 64 % rotation) as date_fermeture
    from passage
),
age as (
    select
        emplacement,
        commune,
        ape,
        code_juridique,
        -- Beaucoup de jeunes, quelques anciens : la plupart ont moins de vingt ans à l'image.
        cast(floor(45 * 365.25 * pow((alea & 65535) / 65536.0, 1.7)) as integer) as jours,
        alea >> 16 & 65535 as fin,
        (alea >> 32 & 65535) / 65536.0 as part
    from latent.emplacement
    where not est_volatil
),
stable as (
    select
        entreprise(60000000 + emplacement) as entreprise,
        commune,
        ape,
        code_juridique,
        date_image() - jours as date_creation,
        -- Un sur huit a fermé depuis, quatre ans après sa création au plus tôt.
        if(fin < 8192, greatest(date_image() - cast(floor(part * 5700) as integer), date_image() - jours + 1461), null) as date_fermeture
    from age
),
sans_salarie as (
    from volatil
    union all by name
    from stable
)
select
    entreprise,
    cast(rang as integer) as rang,
    commune,
    ape,
    cast(coalesce(
        code_juridique,
        case hash(entreprise, 'forme') % 20
            when 0 then 5599
            when 1 then 9220
            when 2 then 5499
            when 3 then 5499
            when 4 then 5498
            when 5 then 5505
            else 5710
        end
    ) as smallint) as code_juridique,
    date_creation,
    -- Qui fermera après l'image est encore ouvert.
    if(date_fermeture <= date_image(), date_fermeture, null) as date_fermeture,
    est_siege,
    effectif,
    entreprise_suivante,
    cast(rang_suivant as integer) as rang_suivant,
    reprise < 0.04 as a_continuite,
    coalesce(est_repreneur, false) as est_repreneur,
    cast(hash(hash(entreprise * 100000 + rang, getvariable('graine'))) >> 1 as bigint) as alea
from (
    from employeur
    union all by name
    select
        *,
        13 + entreprise % 80 as rang,
        true as est_siege,
        0 as effectif
    from sans_salarie
)
where date_creation <= date_image() and (date_fermeture is null or date_fermeture >= premier_jour_sirene())
