-- Lieu d'activité occupé tour à tour par des établissements : sous-classe, taille, rythme. Une ligne par poste.
-- Un occupant reste `rotation` années, dont les `duree` premières avec des salariés ; `phase` décale le cycle.
with poste as (
    select
        commune,
        branche,
        premier_poste + cast(unnest(range(postes)) as integer) as poste
    from latent.implantation
),
tire as (
    select
        poste.poste,
        poste.commune,
        poste.branche,
        commune.groupe,
        branche.taille * pow(greatest(commune.population, 50) / 10000, 0.07) as taille,
        cast(floor(1024 * if(
            tirage(poste.poste, 'grappe') < branche.grappe,
            tirage(commune.groupe * 100 + branche.branche, 'specialite'),
            tirage(poste.poste, 'ape')
        )) as integer) as seau,
        branche.ancrage = 'interim' as est_interim,
        ecart(poste.poste, 'taille') as ecart_taille,
        tirage(poste.poste, 'provisoire') as provisoire,
        tirage(poste.poste, 'rotation') as rotation,
        tirage(poste.poste, 'duree') as duree,
        tirage(poste.poste, 'phase') as phase,
        tirage(poste.poste, 'arrondi') as arrondi,
        ecart(poste.poste, 'derive') as derive
    from poste
    join latent.commune as commune on commune.commune = poste.commune
    join latent.branche as branche on branche.branche = poste.branche
),
taille as (
    select
        tire.* exclude (taille, seau, ecart_taille),
        seau.ape,
        -- Bornée : un seul poste ne doit pas faire l'emploi d'une intercommunalité.
        least(
            tire.taille * seau.taille * exp(if(tire.est_interim, 0.7, 1.25) * tire.ecart_taille),
            60 * tire.taille
        ) as taille
    from tire
    join latent.seau as seau on seau.branche = tire.branche and seau.seau = tire.seau
),
rythme as (
    select
        *,
        cast(5 + floor(rotation * if(taille > 40, 70, 34)) as integer) as annees
    from taille
)
select
    poste,
    commune,
    branche,
    groupe,
    ape,
    cast(taille as float) as taille,
    cast(arrondi as float) as arrondi,
    cast(greatest(least(0.012 * derive, 0.035), -0.035) as float) as derive,
    annees as rotation,
    cast(if(
        provisoire < if(taille > 40, 0.1, 0.35),
        2 + floor(duree * (annees - 3)),
        annees
    ) as integer) as duree,
    cast(floor(phase * annees) as integer) as phase
from rythme
