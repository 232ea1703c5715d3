-- Part des établissements créés dans l'année, transferts exclus, encore actifs trois et cinq ans plus tard. Une ligne par territoire, cohorte, champ (tous secteurs, industrie manufacturière) et durée.
with
-- Les huit dernières cohortes observées en entier pendant la durée.
cohorte as (
    select
        age.duree,
        unnest(generate_series(image.annee_complete - age.duree - 7, image.annee_complete - age.duree))::integer as annee,
    from core.image_sirene as image
    cross join (select unnest([3, 5]) as duree) as age
),

champ as (
    select
        unnest(['age_survie', 'age_survie_industrie']) as dimension,
        unnest([false, true]) as est_industrie_seule,
),

-- Fermé à une date inconnue : ni survivant, ni disparu.
etat as (
    select
        sirene.niveau,
        sirene.code_territoire,
        champ.dimension,
        cohorte.annee,
        cohorte.duree,
        sirene.est_actif or sirene.est_cede or sirene.duree >= cohorte.duree as est_survivant,
        sirene.etablissements,
    from core.cohorte_sirene as sirene
    inner join cohorte
        on cohorte.annee = sirene.annee_creation
    inner join champ
        on sirene.est_manufacture or not champ.est_industrie_seule
    where not sirene.est_transfert
),

somme as (
    select
        niveau,
        code_territoire,
        dimension,
        annee,
        duree,
        sum(etablissements) filter (est_survivant) as survivants,
        sum(etablissements) filter (est_survivant is not null) as creations,
        sum(etablissements) filter (est_survivant is null) as inconnus,
    from etat
    group by all
)

select
    couverture.niveau,
    couverture.code_territoire,
    make_date(cohorte.annee, 1, 1) as periode_debut,
    make_date(cohorte.annee, 12, 31) as periode_fin,
    champ.dimension,
    cohorte.duree::varchar as modalite,
    case when couverture.communes_absentes = 0 then coalesce(somme.survivants, 0) end as numerateur,
    case when couverture.communes_absentes = 0 then coalesce(somme.creations, 0) end as denominateur,
    coalesce(ceil(somme.inconnus), 0)::integer as cellules_inconnues,
    couverture.communes_absentes,
    case
        when couverture.communes_absentes = 0 and coalesce(somme.creations, 0) = 0
        then 'Aucune création d''établissement dans l''année.'
    end as motif,
from core.couverture_sirene as couverture
cross join cohorte
cross join champ
left join somme
    on somme.niveau = couverture.niveau
    and somme.code_territoire = couverture.code_territoire
    and somme.dimension = champ.dimension
    and somme.annee = cohorte.annee
    and somme.duree = cohorte.duree
