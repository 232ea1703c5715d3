-- La somme des communes est le total que le producteur publie pour la France entière, aux communes non diffusées près.
-- severity: error
with
commune as (
    select
        forme_emploi,
        annee,
        sum(valeur) as valeur,
        count(*) as lignes,
        count(*) - count(valeur) as non_diffusees,
    from staging.rp_emploi_lt__observation
    where geo_object = 'COM'
    group by all
),

france as (
    select
        forme_emploi,
        annee,
        sum(valeur) as valeur,
    from staging.rp_emploi_lt__national
    where geo_object = 'FRANCE'
        and code_territoire = 'F'
        and sexe = '_T'
        and temps_travail = '_T'
        and age = (select max(age) from staging.rp_emploi_lt__national where age in ('_T', 'Y_GE15'))
    group by all
)

select
    forme_emploi,
    annee,
    commune.valeur as communes,
    france.valeur as france,
    commune.non_diffusees,
from commune
inner join france using (forme_emploi, annee)
-- Un demi-dixième par ligne : ce que l'arrondi du producteur peut faire. Une commune non diffusée ne peut que manquer, et pèse peu.
where commune.valeur > france.valeur + 0.05 * commune.lignes
    or (commune.non_diffusees = 0 and commune.valeur < france.valeur - 0.05 * commune.lignes)
    or commune.valeur < 0.99 * france.valeur - 0.05 * commune.lignes
