-- Centre d'une commune : réel au domicile, ailleurs tiré autour d'un point de son département. Une ligne par commune.
with domicile as (
    select commune.code_departement
    from world.commune as commune
    semi join calibration.domicile as domicile on domicile.code_epci = commune.code_epci
),
point as (
    select
        commune.commune,
        commune.code_commune,
        commune.nom_commune,
        commune.code_departement,
        commune.code_departement in (select code_departement from domicile) as est_pres_du_domicile,
        commune.code_departement like '97%' as est_outre_mer,
        commune.est_domicile,
        coalesce(
            cast(coordonnees.longitude as double),
            -0.5 + 6 * tirage(commune.code_departement, 'longitude') + 0.8 * (tirage(commune.code_commune, 'longitude') - 0.5)
        ) as longitude,
        coalesce(
            cast(coordonnees.latitude as double),
            44 + 5 * tirage(commune.code_departement, 'latitude') + 0.6 * (tirage(commune.code_commune, 'latitude') - 0.5)
        ) as latitude
    from (
        select
            latente.commune,
            latente.est_domicile,
            commune.code_commune,
            commune.nom_commune,
            commune.code_departement
        from latent.commune as latente
        join world.commune as commune on commune.code_commune = latente.code_commune
    ) as commune
    left join entree.commune_coordonnees as coordonnees on coordonnees.code_commune = commune.code_commune
)
select
    point.*,
    x_lambert(point.longitude, point.latitude) as x,
    y_lambert(point.longitude, point.latitude) as y,
    entree.communes.codesPostaux[1] as code_postal,
    arrondissement.codes as arrondissements
from point
join entree.communes on entree.communes.code = point.code_commune and entree.communes.type = 'commune-actuelle'
left join (
    select
        commune,
        list(code order by code) as codes
    from entree.communes
    where type = 'arrondissement-municipal'
    group by commune
) as arrondissement on arrondissement.commune = point.code_commune
