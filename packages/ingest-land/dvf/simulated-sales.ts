/**
 * Select of the simulated sales, one row per mutation: where, when, what, how much. The home département has a real
 * volume, the others about a twentieth. Prices follow the size of the commune; they are whole, as most prices are.
 */
export const simulatedSales = `
with
domicile as (
    select distinct commune.code_departement
    from world.commune as commune
    join calibration.domicile as domicile on domicile.code_epci = commune.code_epci
),
annee as (
    -- Édition d'octobre : cinq années entières, puis le premier semestre.
    select
        cast(unnest(range(derniere_annee() - 4, derniere_annee() + 2)) as integer) as annee
),
commune as (
    select
        *,
        code_departement in (from domicile) as est_departement_domicile,
        dispersion(code_commune, 'dvf/prix', 0.15) * (0.5 + ln(1 + population) / 16) as niveau_prix
    from world.commune
    -- Alsace, Moselle et Mayotte ne sont pas dans DVF.
    where code_departement not in ('57', '67', '68', '976') and population > 0
),
effectif as (
    select
        commune.*,
        annee.annee,
        annee.annee > derniere_annee() as est_semestre,
        (1.5 + 0.016 * population)
        * if(annee.annee > derniere_annee(), 0.5, 1)
        * if(est_departement_domicile, 1, 0.045) as attendues
    from commune
    cross join annee
),
vente as (
    select
        * exclude (attendues),
        unnest(range(cast(floor(attendues + tirage(code_commune || annee, 'dvf/nombre')) as bigint))) as rang
    from effectif
),
tiree as (
    select
        *,
        code_commune || '/' || annee || '/' || rang as cle,
        tirage(cle, 'dvf/genre') as genre_tire,
        tirage(cle, 'dvf/arrondissement') as arrondissement,
        cast(make_date(annee, 1, 1) + cast(floor(tirage(cle, 'dvf/jour') * if(est_semestre, 181, 365)) as integer) as date) as date_mutation
    from vente
),
genree as (
    select
        *,
        case
            when genre_tire < 0.40 then 'maison'
            when genre_tire < 0.40 + 0.30 * population / (population + 5000) then 'appartement'
            when genre_tire < 0.72 then 'terrain'
            when genre_tire < 0.80 then 'dependance'
            when genre_tire < 0.86 then 'terrain_a_batir'
            when genre_tire < 0.89 then 'local_activite'
            when genre_tire < 0.90 then 'maison_et_local'
            else 'terrain'
        end as genre,
        -- Des surfaces et des prix très étalés, comme en vrai.
        dispersion(cle, 'dvf/surface', 0.6) as ampleur,
        dispersion(cle, 'dvf/valeur', 0.4) * niveau_prix * if(est_departement_domicile, 1.4, 1) as cherte
    from tiree
),
mesuree as (
    select
        *,
        case genre
            when 'terrain_a_batir' then 400 + 400 * ampleur
            when 'terrain' then 4000 * ampleur
            when 'appartement' then 0
            else 250 + 350 * ampleur
        end as terrain,
        case genre
            when 'maison' then 60 + 40 * ampleur
            when 'maison_et_local' then 60 + 40 * ampleur
            when 'appartement' then 25 + 35 * ampleur
            when 'local_activite' then 60 + 340 * ampleur
            else 0
        end as bati
    from genree
)
select
    cle,
    annee,
    case code_commune
        when '75056' then cast(75101 + cast(floor(arrondissement * 20) as integer) as varchar)
        when '69123' then cast(69381 + cast(floor(arrondissement * 9) as integer) as varchar)
        when '13055' then cast(13201 + cast(floor(arrondissement * 16) as integer) as varchar)
        else code_commune
    end as code_commune,
    nom_commune,
    code_departement,
    date_mutation,
    genre,
    case
        when tirage(cle, 'dvf/nature') < 0.010 then 'Echange'
        when tirage(cle, 'dvf/nature') < 0.015 then 'Adjudication'
        when tirage(cle, 'dvf/nature') < 0.017 then 'Expropriation'
        when genre = 'appartement' and tirage(cle, 'dvf/nature') < 0.08 then 'Vente en l''état futur d''achèvement'
        when genre = 'terrain_a_batir' and tirage(cle, 'dvf/nature') < 0.06 then 'Vente terrain à bâtir'
        else 'Vente'
    end as nature_mutation,
    -- Sans prix, ou à un euro : cela existe.
    case
        when tirage(cle, 'dvf/sans prix') < 0.008 then null
        when tirage(cle, 'dvf/sans prix') < 0.012 then 1
        else cast(1 + round(cherte * (
            bati * case genre when 'local_activite' then 1000 else 2100 end
            + terrain * case genre when 'terrain' then 0.9 when 'terrain_a_batir' then 120 else 15 end
            + if(genre = 'dependance', 12000, 0)
        ) / 500) as bigint) * 500
    end as valeur_fonciere,
    cast(ceil(terrain) as integer) as terrain,
    cast(floor(bati) as integer) as bati,
    1 + (tirage(cle, 'dvf/locaux') < 0.35)::integer + (tirage(cle, 'dvf/locaux') < 0.12)::integer as locaux,
    1 + (tirage(cle, 'dvf/sols') < 0.25)::integer as sols,
    1 + (tirage(cle, 'dvf/dispositions') < 0.004)::integer as dispositions
from mesuree
`;
