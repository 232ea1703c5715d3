/**
 * Select of the rows of GeolocalisationEtablissement, as the simulated world gives them: the producer's 19 columns, in order.
 * Complete in the home département, `P` units included; one establishment in eight elsewhere, none in Mayotte.
 * A seventh are random points of their commune (`qualite_xy` 33).
 */
export const simulatedRows = `
with point as (
    select
        inscrit.siret,
        lieu.code_commune,
        lieu.est_outre_mer,
        inscrit.alea % 7 = 3 as est_approche,
        inscrit.alea,
        1.5 * ((inscrit.alea >> 8 & 1023) - 512) as dx,
        1.5 * ((inscrit.alea >> 18 & 1023) - 512) as dy,
        lieu.x,
        lieu.y,
        lieu.longitude,
        lieu.latitude
    from world.etablissement_sirene as inscrit
    join latent.lieu as lieu on lieu.commune = inscrit.commune
    where lieu.code_departement <> '976'
        and (lieu.est_pres_du_domicile or inscrit.alea >> 40 & 7 = 5)
)
select
    siret,
    cast(x + dx as float) as x,
    cast(y + dy as float) as y,
    case when est_approche then '33' when alea % 11 = 0 then '12' when alea % 13 = 0 then '21' else '11' end as qualite_xy,
    if(est_outre_mer, '2972', '2154') as epsg,
    'HZ' as plg_qp24,
    code_commune || '0000' as plg_iris,
    'HZ' as plg_zus,
    'HZ' as plg_qp15,
    'HZ' as plg_qva,
    code_commune as plg_code_commune,
    cast(if(est_approche, 1500, 5) as float) as distance_precision,
    if(est_approche, '3', '1') as qualite_qp24,
    if(est_approche, '3', '1') as qualite_iris,
    if(est_approche, '3', '1') as qualite_zus,
    if(est_approche, '3', '1') as qualite_qp15,
    if(est_approche, '3', '1') as qualite_qva,
    cast(latitude + dy / 111200 as float) as y_latitude,
    cast(longitude + dx / (111200 * cos(radians(latitude))) as float) as x_longitude
from point
`;
