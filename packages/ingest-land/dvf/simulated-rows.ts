import {simulatedSales} from "./simulated-sales.ts";

/**
 * Select of the rows of the file: for each disposition of a sale, its n premises × its p kinds of land, the price on
 * every row. `cle` and `annee` are for the identifiers and the yearly files; parcels are of a prefix 999 and a section
 * ZZ, which the cadastre does not have, on a street that says it is simulated.
 */
export const simulatedRows = `
with
vente as (${simulatedSales}),
disposition as (
    select
        *,
        unnest(range(dispositions)) as disposition
    from vente
),
lieu as (
    select
        *,
        unnest(if(genre in ('terrain', 'terrain_a_batir'), [0],
            range(if(genre = 'maison_et_local', 2, locaux)))) as local_bati
    from disposition
),
sol as (
    select
        *,
        unnest(range(if(genre = 'appartement', 1, sols))) as sol,
        case
            when genre in ('terrain', 'terrain_a_batir') then null
            when genre = 'dependance' then 3
            when genre = 'local_activite' then 4
            when genre = 'maison_et_local' and local_bati = 1 then 4
            when local_bati > 0 then 3
            when genre = 'appartement' then 2
            else 1
        end as code_type_local
    from lieu
)
select
    cle,
    annee,
    date_mutation,
    disposition + 1 as disposition,
    nature_mutation,
    valeur_fonciere,
    cast(1 + floor(tirage(cle, 'dvf/numero') * 90) as integer) as adresse_numero,
    'RUE SIMULÉE' as adresse_nom_voie,
    code_commune,
    nom_commune,
    code_departement,
    code_commune || '999ZZ' || format('{:04d}', cast(floor(tirage(cle, 'dvf/parcelle') * 10000) as bigint)) as id_parcelle,
    if(genre = 'appartement', cast(1 + local_bati + disposition as varchar), null) as lot1_numero,
    if(genre = 'appartement', 1, 0) as nombre_lots,
    code_type_local,
    ['Maison', 'Appartement', 'Dépendance', 'Local industriel. commercial ou assimilé'][code_type_local] as type_local,
    case
        when code_type_local in (1, 2) then bati
        when genre = 'local_activite' then bati // locaux + local_bati
        when code_type_local = 4 then 80
    end as surface_reelle_bati,
    case when code_type_local in (1, 2) then 1 + bati // 25 when code_type_local is not null then 0 end as nombre_pieces_principales,
    case
        when genre = 'appartement' then null
        when genre = 'terrain_a_batir' then 'AB'
        when genre = 'terrain' then if(sol = 0, 'T', 'P')
        else if(sol = 0, 'S', 'J')
    end as code_nature_culture,
    if(genre = 'terrain_a_batir' and sol = 1, 'ALLEE', null) as code_nature_culture_speciale,
    if(genre = 'appartement', null, if(sol = 0, terrain, 30 + terrain // 20)) as surface_terrain
from sol
`;
