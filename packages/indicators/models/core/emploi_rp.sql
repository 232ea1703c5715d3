-- Emplois au lieu de travail et activité des résidents de 15 ans ou plus, au recensement, dans les communes en vigueur ; valeurs pondérées, décimales. Une ligne par commune et millésime ; sans valeur, un statut dit pourquoi.
with
-- Les arrondissements sont déjà dans leur commune : les ajouter compterait deux fois.
observation as (
    select
        code_commune as code_source,
        annee,
        'emplois' as grandeur,
        valeur,
        statut_observation,
    from staging.rp_emploi_lt__observation
    where geo_object = 'COM' and forme_emploi = '_T'
    union all
    select
        code_commune as code_source,
        annee,
        if(situation = '1', 'actifs_occupes', 'chomeurs') as grandeur,
        valeur,
        statut_observation,
    from staging.rp_emploi_lr__observation
    where geo_object = 'COM' and situation in ('1', '2')
),

commune as (
    select
        passage.code_commune,
        observation.annee,
        observation.grandeur,
        sum(observation.valeur * passage.part) as valeur,
        case
            when count(observation.valeur) = count(*) and bool_or(observation.statut_observation = 'W') then 'estime'
            when count(observation.valeur) = count(*) then 'connu'
            when count(observation.valeur) > 0 then 'minimum'
            when bool_or(observation.statut_observation = 'K') then 'secret'
            else 'non_disponible'
        end as statut,
    from observation
    inner join core.passage_commune as passage using (code_source)
    group by all
),

large as (
    select
        code_commune,
        annee,
        max(valeur) filter (grandeur = 'emplois') as emplois,
        max(valeur) filter (grandeur = 'actifs_occupes') as actifs_occupes,
        max(valeur) filter (grandeur = 'chomeurs') as chomeurs,
        coalesce(max(statut) filter (grandeur = 'emplois'), 'non_disponible') as statut_emplois,
        coalesce(max(statut) filter (grandeur = 'actifs_occupes'), 'non_disponible') as statut_actifs,
    from commune
    group by all
)

select
    code_commune,
    annee,
    emplois::double as emplois,
    actifs_occupes::double as actifs_occupes,
    chomeurs::double as chomeurs,
    statut_emplois,
    statut_actifs,
    -- Le plus grave des deux : ce que vaut ce qui se calcule avec l'un et l'autre.
    case
        when 'secret' in (statut_emplois, statut_actifs) then 'secret'
        when 'non_disponible' in (statut_emplois, statut_actifs) then 'non_disponible'
        when 'minimum' in (statut_emplois, statut_actifs) or 'estime' in (statut_emplois, statut_actifs) then 'estime'
        else 'connu'
    end as statut,
from large
